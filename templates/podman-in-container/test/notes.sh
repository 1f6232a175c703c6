#!/bin/bash
# Runs every command that NOTES.md shows, in its order; the image busybox:1 is made first.
set -u
# shellcheck source=/dev/null # laid there by the runner
source ./dev-container-features-test-lib
source ./inner-image.sh
source ./notes-blocks.sh

import_busybox() {
  local rootfs applet
  rootfs=$(inner_rootfs busybox)
  for applet in sh cat echo true sleep httpd wget hostname; do ln -s busybox "$rootfs/bin/$applet"; done
  tar -C "$rootfs" -c . | podman import - busybox:1 >/dev/null
}

check 'the image busybox:1 is there' import_busybox
write_blocks sh /tmp/blocks
mkdir -p /tmp/project
notes=$PWD/$notes
cd /tmp/project || exit 1
write_file compose.yaml
check 'there are commands in NOTES.md' test -f /tmp/blocks/5
for block in $(find /tmp/blocks -type f | sort -V); do
  check "$(head -n 1 "$block")" bash -euxo pipefail "$block"
done

reportResults
