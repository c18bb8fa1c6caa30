# shellcheck shell=bash disable=SC2154 # machine.sh sets the state folder
# The image that the examples build on: Debian's from the registry or, where no registry can be reached, one made here.

registry_base=debian:bookworm-slim
local_base=seatrial/base:bookworm

base_image() {
  base_recorded || fail "it is not known yet which image to build on; run: dev/environment up engine"
}

# Prints the image chosen before, if the engine still has it.
base_recorded() {
  local image
  image=$(cat "$state_folder/base" 2>/dev/null) || return 1
  docker image inspect "$image" >/dev/null 2>&1 && say "$image"
}

base_plan() {
  if base_recorded >/dev/null || ! { engine_answers || engine_may_change; }; then return; fi
  say "get the base image $registry_base, unless it is there; where no registry can be reached, make $local_base from Debian's packages"
}

base_up() {
  local image
  if base_recorded >/dev/null; then return; fi
  for image in "$registry_base" "$local_base"; do
    if docker image inspect "$image" >/dev/null 2>&1; then
      base_record "$image"
      return
    fi
  done
  if timeout 300 docker pull --quiet "$registry_base" >"$state_folder/base-pull.log" 2>&1 </dev/null 9>&-; then
    base_record "$registry_base"
    return
  fi
  say "no $registry_base: $(tail -n 1 "$state_folder/base-pull.log")"
  if on_debian_as_root; then
    base_make
    base_record "$local_base"
  fi
}

base_record() { printf '%s\n' "$1" >"$state_folder/base"; }

# Installs Debian's minimal system into an image. The archive's own date stands for every time in it, so that the same
# packages give the same layer. Like the registry's slim image it leaves out manuals, translations and documentation, and
# its apt keeps no downloaded packages, no caches and only compressed lists.
base_make() {
  local folder
  say "making $local_base from Debian's packages"
  update_package_lists
  command -v mmdebstrap >/dev/null || install_packages mmdebstrap
  folder=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$folder'" EXIT
  debian_sources | base_sources >"$folder/sources.list"
  base_date_settings >"$folder/dates"
  base_size_settings >"$folder/size"
  # shellcheck disable=SC2016 # mmdebstrap's hooks get the new system's folder
  logged base-make env SOURCE_DATE_EPOCH="$(archive_date)" mmdebstrap --variant=minbase --include=ca-certificates \
    --aptopt="$folder/dates" --customize-hook='rm -f "$1"/var/cache/apt/*.bin' \
    --customize-hook="upload $folder/size /etc/apt/apt.conf.d/90size" \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    bookworm "$folder/base.tar" "$folder/sources.list"
  logged base-import docker import --message "Debian bookworm, minimal, by mmdebstrap" \
    --change 'CMD ["bash"]' --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    "$folder/base.tar" "$local_base"
  rm -rf "$folder"
  trap - EXIT
}

# The machine's own archives, for bookworm whatever the machine's release is; apt reads them inside the image too.
base_sources() {
  awk '{
    sub(/^[a-z]+/, "bookworm", $1)
    printf "deb %s %s", $2, $1
    for (i = 3; i <= NF; i++) printf " %s", $i
    print ""
  }'
}

# Archives kept as of a date are older than apt likes: where this machine accepts that, the image does.
base_date_settings() { apt-config dump | grep -E '^Acquire::Check-(Valid-Until|Date) ' || true; }

base_size_settings() {
  cat <<'TEXT'
APT::Keep-Downloaded-Packages "false";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
TEXT
}

# The newest date that the archives give for themselves, in seconds.
archive_date() {
  sed -n 's/^Date: //p' /var/lib/apt/lists/*InRelease | while IFS= read -r date; do date -u -d "$date" +%s; done | sort -n | tail -n 1
}

base_row() {
  local image
  if ! engine_answers; then
    row base missing "-" "it needs the engine"
  elif image=$(base_recorded); then
    row base ready "$image" ""
  else
    row base missing "-" "dev/environment up engine"
  fi
}
