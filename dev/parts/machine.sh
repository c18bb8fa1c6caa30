# shellcheck shell=bash
# What the parts share: messages, the table, the state folder, and Debian's packages.

shopt -s inherit_errexit

state_folder=${XDG_STATE_HOME:-$HOME/.local/state}/seatrial

say() { printf '%s\n' "$*"; }

fail() {
  printf 'dev/%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Waits until no other `up` or `down` works on this state folder. The lock ends with this process.
one_at_a_time() {
  mkdir -p "$state_folder"
  exec 9>"$state_folder/lock"
  flock --timeout 900 9 || fail "another dev/environment has held $state_folder/lock for 15 minutes"
}

# Runs a command with its output in a log of the state folder, and shows the end of that log when the command fails.
logged() {
  local log=$state_folder/$1.log
  shift
  mkdir -p "$state_folder"
  if ! "$@" </dev/null >"$log" 2>&1 9>&-; then
    tail -n 15 "$log" >&2
    fail "failed: $* (all of its output: $log)"
  fi
}

# Reads rows of four cells (separated by tabs) and prints them aligned under the given heading.
print_table() {
  local colours=no
  if [[ -t 1 && -z ${NO_COLOR:-} ]]; then colours=yes; fi
  { printf '%b\n' "$1" && sed '/^$/d'; } | awk -F '\t' -v colours=$colours '
    { for (i = 1; i <= 3; i++) { cell[NR, i] = $i; if (length($i) > width[i]) width[i] = length($i) }; last[NR] = $4 }
    function painted(text, word) {
      if (colours == "no") return text
      return (word == "ready" ? "\033[32m" : word == "broken" ? "\033[31m" : word == "missing" ? "\033[33m" : "") text "\033[0m"
    }
    END {
      for (r = 1; r <= NR; r++) {
        line = sprintf("%-*s  ", width[1], cell[r, 1]) painted(sprintf("%-*s", width[2], cell[r, 2]), cell[r, 2])
        line = line sprintf("  %-*s  %s", width[3], cell[r, 3], last[r])
        sub(/ +$/, "", line)
        print line
      }
    }'
}

row() { printf '%s\t%s\t%s\t%s\n' "$@"; }

on_debian_as_root() { [[ $EUID -eq 0 && $(distribution ID) == debian ]] && command -v apt-get >/dev/null; }

distribution() { (. /etc/os-release 2>/dev/null && printf '%s' "${!1:-}"); }

# Lines of "suite uri components" for the Debian archives that this machine reads, whatever form its sources have.
debian_sources() {
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(REPO_URI) $(COMPONENT)' 'Created-By: Packages' |
    awk -v codename="$(distribution VERSION_CODENAME)" '
      $1 == "Debian" && ($2 == codename || $2 == codename "-updates" || $2 == codename "-security") {
        key = $2 " " $3
        if (!(key in components)) order[++n] = key
        if (index(" " components[key] " ", " " $4 " ") == 0) components[key] = components[key] " " $4
      }
      END { for (i = 1; i <= n; i++) print order[i] components[order[i]] }'
}

update_package_lists() { logged apt-update apt_get update; }

install_packages() { logged apt-install apt_get --yes --no-install-recommends install "$@"; }

# Runs apt-get without questions. It waits by itself for only one of its locks, so that it is tried again for the others.
apt_get() {
  local output code tries
  for ((tries = 0; tries < 120; tries++)); do
    code=0
    output=$(DEBIAN_FRONTEND=noninteractive \
      apt-get --quiet -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" 2>&1) || code=$?
    if ((code == 0)) || [[ $output != *"Could not get lock"* ]]; then break; fi
    sleep 5
  done
  printf '%s\n' "$output"
  return "$code"
}

# Files outside the state folder are written through this, so that `down` removes them and nothing else.
make_file() {
  cat >"$1"
  grep -qxF "$1" "$state_folder/made-files" 2>/dev/null || printf '%s\n' "$1" >>"$state_folder/made-files"
}

remove_made_files() {
  local file
  [[ -f $state_folder/made-files ]] || return 0
  while IFS= read -r file; do
    rm -f -- "$file"
    say "removed $file"
  done <"$state_folder/made-files"
  rm -f "$state_folder/made-files"
}

# Gives every open file but the standard three back: a process that lives on must not hold a caller's lock or pipe.
close_inherited_files() {
  local file
  for file in /proc/"$BASHPID"/fd/*; do
    file=${file##*/}
    if ((file > 2)); then eval "exec $file>&-"; fi
  done
}
