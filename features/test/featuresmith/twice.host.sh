#!/bin/sh
# Installed again: what is wanted now is there, what is not wanted any more is gone, and what is refused changes nothing.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
install() { $ENGINE exec -e PACKAGE=/opt/other -e SHA256="$sum" "$@" "$CONTAINER_ID" sh /tmp/feature/install.sh; }
refused() { ! install "$@" >said 2>&1 && cat said; }
version() { test "$(inside featuresmith --version)" = "$1"; }
manual=/usr/local/share/man/man1/featuresmith.1

$ENGINE cp .devcontainer/featuresmith "$CONTAINER_ID:/tmp/feature"
$ENGINE cp stand_in/program "$CONTAINER_ID:/opt/other"
sum=$(sha256sum <stand_in/program | cut -c1-64)

check 'not packed it is installed too' version 9.9.8
check 'without a manual page where none is wanted' inside test ! -e $manual
check 'another checksum is refused' refused -e SHA256="0$sum"
check 'another content is refused' refused -e PACKAGE=/bin/true
check 'and the program is the one that was there' version 9.9.8
check 'a program that does not run is refused' refused -e PACKAGE=/tmp/feature/NOTES.md -e SHA256="$(sha256sum <.devcontainer/featuresmith/NOTES.md | cut -c1-64)"
check 'and the program is still the one that was there' version 9.9.8
check 'a new version is installed' install
check 'and runs' version 9.9.9
check 'now with a manual page' inside test -e $manual
check 'and without it again' install -e MANUAL=false
check 'it is gone' inside test ! -e $manual
check 'a path that is none is refused' refused -e PACKAGE=program
check 'with what it takes' grep 'or a path that begins with /' said

reportResults
