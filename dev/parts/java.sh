# shellcheck shell=bash
# Finds JDKs of a version: where JDK<version>_HOME or JAVA_HOME says, on the PATH, or in the usual folders.

find_jdk() {
  local version=$1 home named=JDK$1_HOME
  for home in "${!named:-}" "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/*"$version"* "$HOME"/.sdkman/candidates/java/"$version"* \
    /Library/Java/JavaVirtualMachines/*"$version"*/Contents/Home; do
    if [[ -n $home && -x $home/bin/javac && $(jdk_version "$home") == "$version" ]]; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

jdk_on_path() {
  local javac
  javac=$(command -v javac) || return 0
  dirname "$(dirname "$(readlink -f "$javac")")"
}

# The number in javac's "javac 17.0.15".
jdk_version() { "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'; }

jdk_remedy() { say "there is no JDK $1 in the usual folders; install one, or set JDK$1_HOME"; }

# Makes the build run on a JDK of this version; fails when there is none.
use_jdk() {
  JAVA_HOME=$(find_jdk "$1") || fail "$(jdk_remedy "$1")"
  export JAVA_HOME
}
