#!/bin/sh
# Stops what up.sh started on this host, and nothing else. Packages, images and volumes stay.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=steps/say.sh
. "$here/steps/say.sh"
# shellcheck source=steps/paths.sh
. "$here/steps/paths.sh"
# shellcheck source=steps/process.sh
. "$here/steps/process.sh"
# shellcheck source=steps/daemon.sh
. "$here/steps/daemon.sh"
# shellcheck source=steps/registry.sh
. "$here/steps/registry.sh"

[ $# -eq 0 ] || {
    echo 'Usage: down.sh (no arguments): stops the engine and the registry that up.sh started.' >&2
    exit 2
}
[ "$(id -u)" -eq 0 ] || fail "this needs root: run it as root or with sudo"
stop_registry
stop_daemon
