# shellcheck shell=bash disable=SC2154 # machine.sh sets the state folder
# The Docker engine with Compose and buildx. `docker info` decides: a client alone is no engine.

engine_folder=$state_folder/engine
newer_suite=trixie # bookworm's own engine and Compose are too old

engine_version() { timeout 20 docker info --format '{{.ServerVersion}}' 2>/dev/null | grep .; }

engine_answers() { engine_version >/dev/null; }

engine_missing_packages() {
  if ! engine_answers && ! command -v dockerd >/dev/null; then printf '%s\n' docker.io containerd; fi
  command -v docker >/dev/null || printf '%s\n' docker-cli
  docker compose version >/dev/null 2>&1 || printf '%s\n' docker-compose
  docker buildx version >/dev/null 2>&1 || printf '%s\n' docker-buildx
}

engine_plan() {
  local packages
  packages=$(engine_missing_packages | paste -sd ' ')
  if [[ -n $packages ]] && engine_may_change; then
    say "install from Debian${newer_suite_note}: $packages"
  fi
  if ! engine_answers && engine_may_change; then
    say "start dockerd in the background, with its log in $engine_folder/dockerd.log"
  fi
  base_plan
}

# Whoever sets DOCKER_HOST has an engine of their own in mind.
engine_may_change() { on_debian_as_root && [[ -z ${DOCKER_HOST:-} ]]; }

engine_up() {
  local packages
  mapfile -t packages < <(engine_missing_packages)
  if ((${#packages[@]} > 0)) && engine_may_change; then engine_install "${packages[@]}"; fi
  if ! engine_answers && engine_may_change; then engine_start; fi
  if engine_answers; then base_up; fi
}

if [[ $(distribution VERSION_CODENAME) == bookworm ]]; then
  newer_suite_note=" $newer_suite (added with priority 100: nothing else changes)"
else
  newer_suite_note=""
fi

engine_install() {
  update_package_lists
  if [[ -n $newer_suite_note ]]; then
    add_newer_suite
    set -- "${@/%//$newer_suite}"
  fi
  say "installing $*"
  install_packages "$@"
}

# Adds the newer suite beside the machine's own sources, from the same places.
add_newer_suite() {
  local sources
  # shellcheck disable=SC2016 # apt fills this in
  if apt-get indextargets --format '$(CODENAME)' 'Created-By: Packages' | grep -x "$newer_suite" >/dev/null; then return; fi
  sources=$(debian_sources)
  [[ -n $sources ]] || fail "found no Debian archive among this machine's package sources; see: apt-get indextargets"
  make_file "/etc/apt/preferences.d/seatrial-$newer_suite" <<TEXT
Package: *
Pin: release n=$newer_suite*
Pin-Priority: 100
TEXT
  awk -v suite=$newer_suite '{
    sub(/^[a-z]+/, suite, $1)
    printf "Types: deb\nURIs: %s\nSuites: %s\nComponents:", $2, $1
    for (i = 3; i <= NF; i++) printf " %s", $i
    print "\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
  }' <<<"$sources" | make_file "/etc/apt/sources.list.d/seatrial-$newer_suite.sources"
  update_package_lists
}

engine_start() {
  local log=$engine_folder/dockerd.log pid waited
  mkdir -p "$engine_folder"
  if [[ -d /run/systemd/system ]]; then
    logged engine-start systemctl start docker
    printf 'systemd\n' >"$engine_folder/started"
  else
    (
      close_inherited_files
      cd /
      exec setsid dockerd </dev/null >"$log" 2>&1
    ) &
    pid=$!
    printf '%s %s\n' "$pid" "$(process_start "$pid")" >"$engine_folder/started"
  fi
  for ((waited = 0; waited < 120; waited++)); do
    if engine_answers; then return; fi
    if [[ -n ${pid:-} && ! -d /proc/$pid ]]; then break; fi
    sleep 0.5
  done
  if [[ -f $log ]]; then tail -n 15 "$log" >&2; fi
  fail "the Docker engine did not answer within $((waited / 2)) s; its log: $log"
}

# When a process began, in clock ticks since the machine's start: with it a pid names one process only.
process_start() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }

engine_down() {
  local pid start
  if [[ -f $engine_folder/started ]]; then
    read -r pid start <"$engine_folder/started"
    if [[ $pid == systemd ]]; then
      logged engine-stop systemctl stop docker.socket docker
      say "stopped the Docker engine (systemd)"
    elif [[ $(process_start "$pid") == "$start" && $(cat "/proc/$pid/comm") == dockerd ]]; then
      stop_dockerd "$pid"
    else
      say "the Docker engine that was started here has already ended"
    fi
  else
    say "no Docker engine was started here"
  fi
  rm -rf "$engine_folder"
  remove_made_files
  say "kept: packages, and the images in the engine's store"
}

stop_dockerd() {
  local waited
  kill -TERM "$1"
  for ((waited = 0; waited < 120; waited++)); do
    if [[ ! -d /proc/$1 ]]; then
      say "stopped the Docker engine (dockerd, pid $1)"
      return
    fi
    sleep 0.5
  done
  fail "dockerd (pid $1) did not stop within 60 s; its log: $engine_folder/dockerd.log"
}

engine_rows() {
  local version
  if version=$(engine_version); then
    row engine ready "$version" ""
  elif command -v dockerd >/dev/null || [[ -n ${DOCKER_HOST:-} ]]; then
    row engine broken "-" "$(engine_remedy)"
  else
    row engine missing "-" "$(engine_remedy)"
  fi
  plugin_row compose
  plugin_row buildx
  base_row
}

engine_remedy() {
  if engine_may_change; then
    say "dev/environment up engine"
  elif [[ -n ${DOCKER_HOST:-} ]]; then
    say "nothing answers at DOCKER_HOST=$DOCKER_HOST: start that engine, or unset DOCKER_HOST"
  elif [[ $(docker info 2>&1) == *"permission denied"* ]]; then
    say "the engine's socket refuses you: join its group (usermod -aG docker \$USER, then log in again)"
  elif command -v dockerd >/dev/null; then
    say "start it: sudo systemctl start docker"
  else
    say "install Docker Engine 25 or newer with Compose and buildx (docs.docker.com/engine/install), and start it"
  fi
}

plugin_row() {
  local version
  if version=$(docker "$1" version 2>/dev/null); then
    row "$1" ready "$(grep -oE '[0-9]+\.[0-9]+\.[0-9]+' <<<"$version" | head -n 1)" ""
  elif engine_may_change; then
    row "$1" missing "-" "dev/environment up engine"
  else
    row "$1" missing "-" "install the docker-$1 plugin (docs.docker.com/$1)"
  fi
}
