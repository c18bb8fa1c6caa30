# The probe: what it is asked follows as calls of these functions. It reads nothing, writes no file, and prints blocks,
#   @NONCE b ID NAME LENGTH      (LENGTH is - where nobody can know it beforehand)
#   …
#   @NONCE e ID NAME STATUS
# POSIX sh; dash, bash and busybox have all that it takes for granted built in. One letter names a function that is asked for by a line.

# Print a block whose content is known: id, name, content.
v() { printf '@%s b %s %s %s\n%s@%s e %s %s 0\n' "$q_n" "$1" "$2" "${#3}" "$3" "$q_n" "$1" "$2"; }
begin() { printf '@%s b %s %s -\n' "$q_n" "$1" "$2"; }
end() { printf '@%s e %s %s %s\n' "$q_n" "$1" "$2" "$3"; }

# Follow the path in q_rest from the folder q_at, within q_root. f: follow a link at its end too; k: keep it.
# q_is says what came of it: k found, a absent, n absent below something that is no directory, d denied, l too many links,
# o too long, x a tool is missing; q_at where.
follow() {
  q_is=k q_hops=0
  while :; do
    while :; do case $q_rest in /*) q_rest=${q_rest#/} ;; *) break ;; esac; done
    [ -n "$q_rest" ] || return 0
    q_name=${q_rest%%/*}
    case $q_rest in */*) q_rest=/${q_rest#*/} ;; *) q_rest= ;; esac
    case $q_name in
      .) continue ;;
      ..) q_at=${q_at%/*}; continue ;;
    esac
    step "$1" || return 1
  done
}
step() {
  q_to=$q_at/$q_name
  [ ${#q_to} -lt 3900 ] || { q_is=o; return 1; }
  if [ -L "$q_root$q_to" ]; then
    if [ "$1" = f ] || [ -n "$q_rest" ]; then link; else q_at=$q_to; fi
  elif [ -d "$q_root$q_to" ]; then
    q_at=$q_to
  elif [ -e "$q_root$q_to" ]; then
    q_at=$q_to
    [ -z "$q_rest" ] || { q_is=n; return 1; }
  elif [ -x "$q_root$q_at/" ]; then
    q_is=a q_at=$q_to
    return 1
  else
    q_is=d
    return 1
  fi
}
link() {
  q_hops=$((q_hops + 1))
  [ $q_hops -le 40 ] || { q_is=l q_at=$q_to; return 1; }
  if [ "$q_root$q_to" = /proc/self ]; then
    q_link=$$
  else
    [ -n "$q_readlink" ] || { q_is=x q_at=$q_to; return 1; }
    q_link=$(readlink -- "$q_root$q_to" && echo .) || { q_is=d q_at=$q_to; return 1; }
    q_link=${q_link%?.}
  fi
  [ -n "$q_link" ] || { q_is=a q_at=$q_to; return 1; }
  case $q_link in /*) q_at= ;; esac
  q_rest=$q_link$q_rest
}
# Follow to a folder, which is remembered for the next file in it, and from there to a name in it.
find_at() {
  if [ "$1" != "$q_dir" ]; then
    q_dir=$1 q_at= q_rest=$1/
    follow f
    q_dirat=$q_at q_diris=$q_is
  fi
  q_at=$q_dirat q_is=$q_diris q_rest=$2
  [ $q_is = k ] && follow "$3"
}
# Is there a file? id, k or f, folder, name. It is told by t: a write for each of a thousand files would take longer than to look.
s() {
  if find_at "$3" "$4" "$2"; then keep "$1" k "${q_at:-/}"; else keep "$1" $q_is "${q_at:-/}"; return 1; fi
}
keep() {
  q_kept="$q_kept@$q_n b $1 $2 ${#3}
$3@$q_n e $1 $2 0
"
}
# The same, told at once.
f() {
  if find_at "$3" "$4" "$2"; then v "$1" k "${q_at:-/}"; else v "$1" $q_is "${q_at:-/}"; return 1; fi
}
# What was kept, and what stat says of these files: id, paths.
t() {
  printf %s "$q_kept"
  q_kept= q_id=$1; shift
  [ $# -gt 0 ] || return 0
  [ -n "$q_stat" ] || { v "$q_id" x stat; return; }
  begin "$q_id" s
  QUOTING_STYLE=literal stat -c "$q_format" -- "$@"
  end "$q_id" s $?
}
# Is there a regular file that can be read? id, folder, name.
regular() {
  f "$1" f "$2" "$3" || return 1
  q_file=$q_root${q_at:-/}
  if [ -f "$q_file" ]; then
    [ -r "$q_file" ] || { v "$1" d "$q_at"; return 1; }
    return 0
  fi
  if [ -d "$q_file" ]; then q_type=d
  elif [ -p "$q_file" ]; then q_type=p
  elif [ -S "$q_file" ]; then q_type=s
  elif [ -b "$q_file" ]; then q_type=b
  elif [ -c "$q_file" ]; then q_type=c
  else q_type=-
  fi
  v "$1" t $q_type
  return 1
}
# The first bytes of a file: id, folder, name, how many.
r() {
  regular "$1" "$2" "$3" || return 0
  [ -n "$q_head" ] || { v "$1" x 'head -c'; return; }
  begin "$1" c
  head -c "$4" < "$q_file"
  end "$1" c $?
}
# The digest of a file: id, folder, name, tool.
g() {
  regular "$1" "$2" "$3" || return 0
  command -v "$4" >/dev/null || { v "$1" x "$4"; return; }
  begin "$1" c
  "$4" < "$q_file"
  end "$1" c $?
}
# Can this folder be walked through? id, folder.
d() {
  f "$1" f "$2" / || return 1
  [ -r "$q_root$q_at/" ] && [ -x "$q_root$q_at/" ] || { v "$1" d "${q_at:-/}"; return 1; }
  [ -n "$q_find" ] || { v "$1" x find; return 1; }
  [ -n "$q_stat" ] || { v "$1" x stat; return 1; }
  [ -n "$q_head" ] || { v "$1" x 'head -c'; return 1; }
}
# Walk through the folder that was found: id, the most bytes of output, depth, what find is to test.
w() {
  q_id=$1 q_most=$2 q_depth=$3; shift 3
  begin "$q_id" c
  q_text=$({ { walk "$@" -exec stat -c "$q_format" -- {} +; echo "=$?" >&2; } | head -c "$q_most" >&3; } 2>&1 | head -c 8192)
  end "$q_id" c 0
  v "$q_id" w "$q_text"
}
# Call find with what was asked, from the folder q_at; what the kernel makes up is no part of a place.
walk() {
  case $q_at/ in
    /proc/* | /sys/*) ;;
    *) set -- \( ! -path "$q_root/proc" ! -path "$q_root/sys" -o -prune \) "$@" ;;
  esac
  [ -z "$q_depth" ] || set -- -maxdepth "$q_depth" "$@"
  QUOTING_STYLE=literal find "$q_root${q_at:-/}" -mindepth 1 "$@"
}
# Read files of the folder that was found: as w. The names and contents are kept apart by the second mark.
q_each='for f do [ -e "$f" ] || continue; printf "#%s f %s#%s\n" "$q_m" "$f" "$q_m"; head -c "$q_each_most" < "$f"; printf "#%s e %s\n" "$q_m" $?; done'
a() {
  q_id=$1 q_most=$2 q_depth=$3; shift 3
  begin "$q_id" c
  q_text=$({ { export q_m q_each_most; walk "$@" -exec sh -c "$q_each" sh {} +; echo "=$?" >&2; } | head -c "$q_most" >&3; } 2>&1 | head -c 8192)
  end "$q_id" c 0
  v "$q_id" w "$q_text"
}
# A file of /proc, as far as it can be read: id, name of the block, path.
p() {
  begin "$1" "$2"
  cat < "$3" | head -c 4194304
  end "$1" "$2" 0
}
# All processes: id.
processes() {
  [ -r /proc/1/status ] || { v "$1" d /proc/1; return; }
  [ -n "$q_stat" ] && [ -n "$q_head" ] || { v "$1" x 'stat or head -c'; return; }
  v "$1" me $$
  p "$1" mounts /proc/self/mountinfo
  begin "$1" status
  set +f
  cat /proc/[0-9]*/status | head -c 33554432
  end "$1" status 0
  begin "$1" exe
  QUOTING_STYLE=literal stat -c "$q_format" -- /proc/[0-9]*/exe | head -c 33554432
  end "$1" exe 0
  set -- "$1" /proc/[0-9]*
  set -f
  q_id=$1; shift
  for q_p do
    q_pid=${q_p#/proc/}
    [ "$q_pid" != $$ ] && [ -d "$q_p" ] || continue
    begin "$q_id" "args.$q_pid"
    head -c 1048577 < "$q_p/cmdline"
    end "$q_id" "args.$q_pid" $?
    begin "$q_id" "env.$q_pid"
    head -c 1048577 < "$q_p/environ"
    end "$q_id" "env.$q_pid" $?
  done
}
# All sockets: id.
sockets() {
  [ -r /proc/net/tcp ] || { v "$1" d /proc/net/tcp; return; }
  [ -n "$q_head" ] || { v "$1" x 'head -c'; return; }
  v "$1" machine "$(uname -m)"
  for q_p in tcp tcp6 udp udp6; do
    [ ! -e "/proc/net/$q_p" ] || p "$1" $q_p "/proc/net/$q_p"
  done
  [ -n "$q_stat" ] || return 0
  begin "$1" fds
  set +f
  holders "$1" | head -c 33554432
  set -f
  end "$1" fds 0
}
holders() {
  set --
  for q_p in /proc/[0-9]*/fd/*; do
    [ -S "$q_p" ] || continue
    set -- "$@" "$q_p"
    [ $# -lt 200 ] || { QUOTING_STYLE=literal stat -c "$q_format" -- "$@"; set --; }
  done
  [ $# -eq 0 ] || QUOTING_STYLE=literal stat -c "$q_format" -- "$@"
}

# Run a command: id, seconds with and without a fraction, the most bytes of each output, the command.
x() {
  q_id=$1 q_time=$2 q_whole=$3 q_most=$4; shift 4
  [ -n "$q_head" ] || { v "$q_id" x 'head -c'; return; }
  [ -r /proc/uptime ] || { v "$q_id" x '/proc/uptime'; return; }
  begin "$q_id" o
  begin "$q_id" o >&4
  q_text=$(exec 6>&1; { run "$@" 2>/dev/null | bound >&3 5>&- 6>&-; } 5>&1 | bound >&4 6>&-)
  end "$q_id" o 0
  end "$q_id" o 0 >&4
  v "$q_id" r "$q_text"
}
bound() { head -c "$q_most"; cat >/dev/null; }
uptime() { q_up=; read -r q_up q_rest </proc/uptime; }
run() {
  uptime
  q_start=$q_up
  application "$@" 2>&5 3>&- 4>&- 5>&- 6>&- &
  q_cmd=$!
  watch >/dev/null 3>&- 4>&- 5>&- 6>&- &
  q_watch=$!
  wait $q_cmd
  q_status=$?
  kill -TERM $q_watch
  wait $q_watch
  q_late=$?
  uptime
  reap
  echo "$q_status $q_late $q_start $q_up" >&6
}
# Become the command, as the place itself would start it, in a session of its own where that can be had.
application() {
  q_sh=$(command -v sh) q_env=$(command -v env)
  PATH=$q_path
  if [ -n "$q_lc" ]; then LC_ALL=${q_lc#=}; else unset LC_ALL; fi
  [ -n "$q_path" ] || unset PATH
  if [ "$1" -gt 0 ]; then
    shift
    exec $q_setsid "$q_env" "$@"
  fi
  shift
  exec $q_setsid "$q_sh" "$@"
}
# Wait for the time to be over, and end the command; killed before, it ends with 0, else with 9.
watch() {
  trap 'kill $!; wait; exit 0' TERM
  sleep "$q_time" &
  wait $! || { sleep "$q_whole" & wait $!; }
  trap '' TERM
  reap
  kill -KILL $q_cmd
  exit 9
}
# End the command's session and all that descends from it, held first so that nobody gets away; also who holds its outputs.
reap() {
  q_ours=
  set +f
  q_more=1
  while [ -n "$q_more" ]; do
    q_more=
    for q_p in /proc/[0-9]*; do
      q_pid=${q_p#/proc/}
      case " $q_ours " in *" $q_pid "*) continue ;; esac
      q_line=
      read -r q_line <"$q_p/stat" || continue
      case $q_line in *') '*) q_line=${q_line##*) } ;; *) q_line=$(cat "$q_p/stat"); q_line=${q_line##*) } ;; esac
      is_ours $q_line || continue
      kill -STOP $q_pid && q_ours="$q_ours $q_pid" q_more=1
    done
  done
  set -f
  [ -z "$q_ours" ] || kill -KILL $q_ours
}
# state, parent, group, session
is_ours() {
  [ "$1" != Z ] || return 1
  [ "$4" != $q_cmd ] && [ $q_pid != $q_cmd ] || return 0
  case " $q_ours " in *" $2 "*) return 0 ;; esac
  return 1
}

q_dir=. q_dirat= q_diris=a q_is=k q_at= q_kept=
q_each_most=8388609
q_readlink=$(command -v readlink) q_find=$(command -v find) q_setsid=$(command -v setsid)
q_head= q_stat= q_gnu=
[ "$(printf ab | head -c 1)" != a ] || q_head=1
q_format="#$q_m %f %u %g %s %Y %n#$q_m %N#$q_m"
[ "$(stat -c %f /)" = '' ] || q_stat=1
[ -z "$q_find" ] || ! find / -maxdepth 0 -uid 0 >/dev/null || q_gnu=1
