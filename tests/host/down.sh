#!/bin/sh
# Stops what up.sh started on this host, and nothing else. Packages, images and volumes stay.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
for step in say paths process daemon registry; do
    # shellcheck source=/dev/null
    . "$here/steps/$step.sh"
done

[ $# -eq 0 ] || {
    echo 'Usage: down.sh (no arguments): stops the engine and the registry that up.sh started.' >&2
    exit 2
}
[ "$(id -u)" -eq 0 ] || fail "this needs root: run it as root or with sudo"
stop_registry
stop_daemon
