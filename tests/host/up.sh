#!/bin/sh
# Makes a Debian host ready for the smoke tests: engine, devcontainers CLI, base images. README.md has the details.
set -eu

usage() {
    cat <<TEXT
Usage: up.sh [--bases "SUITE..."] [--registry] [--tools] [--print-env]

Makes this host ready for the smoke tests, as root. What is there is left alone; run it as often as you like.

  --bases "SUITE..."  Debian suites whose base images are wanted (default: "bookworm trixie")
  --registry          also start a registry on this host
  --tools             also install skopeo, shellcheck, busybox and dash
  --print-env         print shell assignments on stdout, for: eval "\$(up.sh --print-env)"

Exit codes: 0 ready, 2 usage, 4 the host cannot be made ready.
TEXT
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
for step in say paths debian apt unpack runtime daemon engine; do
    # shellcheck source=/dev/null
    . "$here/steps/$step.sh"
done

[ "$(id -u)" -eq 0 ] || fail "this needs root: run it as root or with sudo"
mkdir -p "$host_bin" "$host_state" "$host_log"
PATH=$PATH:$host_bin
have_client
have_engine
