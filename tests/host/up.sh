#!/bin/sh
# Makes a Debian host ready for the smoke tests: engine, devcontainers CLI, base images.
set -eu

usage() {
    cat <<'TEXT'
Usage: up.sh [--bases "SUITE..."] [--registry] [--tools] [--print-env]

Makes this host ready for the smoke tests, as root. What is there is left alone; run it as often as you like.
What it does and leaves, and a summary, go to stderr.

  --bases "SUITE..."  Debian suites whose base images are wanted (default: "bookworm trixie")
  --registry          also start a registry on this host
  --tools             also install skopeo, shellcheck, busybox and dash
  --print-env         print shell assignments on stdout, for: eval "$(up.sh --print-env)"

Exit codes: 0 ready, 2 usage, 4 the host cannot be made ready.
TEXT
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=steps/say.sh
. "$here/steps/say.sh"
# shellcheck source=steps/paths.sh
. "$here/steps/paths.sh"
# shellcheck source=steps/process.sh
. "$here/steps/process.sh"
# shellcheck source=steps/debian.sh
. "$here/steps/debian.sh"
# shellcheck source=steps/apt.sh
. "$here/steps/apt.sh"
# shellcheck source=steps/unpack.sh
. "$here/steps/unpack.sh"
# shellcheck source=steps/runtime.sh
. "$here/steps/runtime.sh"
# shellcheck source=steps/daemon.sh
. "$here/steps/daemon.sh"
# shellcheck source=steps/engine.sh
. "$here/steps/engine.sh"
# shellcheck source=steps/devcontainer-cli.sh
. "$here/steps/devcontainer-cli.sh"
# shellcheck source=steps/base-images.sh
. "$here/steps/base-images.sh"
# shellcheck source=steps/registry.sh
. "$here/steps/registry.sh"
# shellcheck source=steps/summary.sh
. "$here/steps/summary.sh"

bases='bookworm trixie'
want_registry=no
want_tools=no
want_env=no
while [ $# -gt 0 ]; do
    case $1 in
    --bases) [ $# -gt 1 ] || { usage >&2; exit 2; }; bases=$2; shift ;;
    --bases=*) bases=${1#*=} ;;
    --registry) want_registry=yes ;;
    --tools) want_tools=yes ;;
    --print-env) want_env=yes ;;
    -h | --help) usage; exit 0 ;;
    *) printf 'up.sh: unknown argument "%s"\n' "$1" >&2; usage >&2; exit 2 ;;
    esac
    shift
done

[ "$(id -u)" -eq 0 ] || fail "this needs root: run it as root or with sudo"
mkdir -p "$host_bin" "$host_state" "$host_log"
# Two at once would start two daemons on one data folder.
exec 9>"$host_state/lock"
flock 9
PATH=$PATH:$host_bin

have_client
have_engine
have_plugin buildx
have_plugin compose
[ "$want_tools" = no ] || apt_need skopeo=skopeo shellcheck=shellcheck busybox=busybox dash=dash
have_devcontainer_cli
# Split on purpose: suites hold no blanks.
# shellcheck disable=SC2086
have_base_images $bases
[ "$want_registry" = no ] || have_registry
# shellcheck disable=SC2086
summary $bases
[ "$want_env" = no ] || print_environment
