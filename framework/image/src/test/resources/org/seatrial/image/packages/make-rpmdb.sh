#!/bin/sh
# Makes rpmdb.sqlite.gz and rpmdb.txt, what rpm itself says of it. Needs rpm, rpmbuild, gpg and gzip,
# as in Debian's packages rpm and gnupg. Run in an empty folder; the times in it differ in each run.
set -eu
export SOURCE_DATE_EPOCH=1700000000
mkdir -p top/SPECS db keys
chmod 700 keys

# One package: name, version, release, epoch or "", number of files, architecture or "".
package() {
  {
    printf 'Name: %s\nVersion: %s\nRelease: %s\n' "$1" "$2" "$3"
    [ -z "$4" ] || printf 'Epoch: %s\n' "$4"
    [ -n "$6" ] || printf 'BuildArch: noarch\n'
    printf 'Summary: The package %s\nLicense: Apache-2.0\n\n' "$1"
    printf '%%description\nMade for tests.\n\n%%install\nmkdir -p %%{buildroot}/opt/%s\n' "$1"
    printf 'for i in $(seq 1 %s); do echo $i > ' "$5"
    printf '%%{buildroot}/opt/%s/a-file-with-a-rather-long-name-$i.txt; done\n\n' "$1"
    printf '%%files\n/opt/%s\n' "$1"
  } > top/SPECS/package.spec
  rpmbuild -bb --quiet --define "_topdir $PWD/top" --define "_buildhost build.example" \
    --define "use_source_date_epoch_as_buildtime 1" ${6:+--target "$6"} top/SPECS/package.spec
}

package tiny 1.0 1.el9 "" 1 ""
package epochal 2.4.1 3.el9 1 1 ""
package zero-epoch 5 1 0 1 ""
package kernel 5.14.0 362.el9 "" 2 ""
package kernel 5.14.0 427.el9 "" 2 ""
package tilde 3.0~rc1 1 "" 1 ""
package caret '1.0^20240101git' 1 "" 1 ""
package many 1 1 "" 600 ""
package glibc 2.34 100.el9 "" 1 x86_64
package glibc 2.34 100.el9 "" 1 i686
for i in $(seq 1 30); do package "filler-$i" "1.$i" 1 "" 5 ""; done

# Only the database is written. The last line adds a key, which rpm keeps as a package.
rpm="rpm --dbpath $PWD/db"
$rpm --initdb
find top/RPMS -name '*.rpm' | sort | xargs $rpm --justdb --nodeps --ignorearch --ignoreos --force -i
GNUPGHOME=$PWD/keys gpg --batch --quiet --pinentry-mode loopback --passphrase '' \
  --quick-gen-key 'Tests <tests@seatrial.invalid>' rsa2048 sign never
GNUPGHOME=$PWD/keys gpg --armor --export > key.asc
$rpm --import key.asc

gzip -9 -n -c db/rpmdb.sqlite > rpmdb.sqlite.gz
$rpm -qa --qf '%{NAME} %{EVR} %{ARCH} %{SIZE}\n' | grep -v '^gpg-pubkey ' | LC_ALL=C sort > rpmdb.txt
