# Removes what a run made in the engine, when the run has ended: its standard input is a pipe that the run holds open, and
# that the system closes whatever ends it. Given: the run's label and its folder. Needs docker and no image.
trap '' INT HUP TERM
read -r _
quiet=0
tries=0
# A docker compose that was under way may still be making things: two looks in a row must find nothing.
while [ "$quiet" -lt 2 ] && [ "$tries" -lt 60 ]; do
  tries=$((tries + 1))
  containers=$(docker container ls --all --quiet --filter "label=$1") || break
  networks=$(docker network ls --quiet --filter "label=$1")
  volumes=$(docker volume ls --quiet --filter "label=$1")
  if [ -z "$containers$networks$volumes" ]; then
    quiet=$((quiet + 1))
    [ "$quiet" -ge 2 ] || [ ! -e "$2" ] || sleep 0.5
    [ -e "$2" ] || break
    continue
  fi
  quiet=0
  # Ids have no spaces: they are meant to be several words.
  [ -z "$containers" ] || docker container rm --force --volumes $containers
  [ -z "$networks" ] || docker network rm $networks
  [ -z "$volumes" ] || docker volume rm --force $volumes
done >/dev/null 2>&1
images=$(docker image ls --quiet --filter "label=$1" 2>/dev/null)
[ -z "$images" ] || docker image rm $images >/dev/null 2>&1
rm -rf -- "$2"
