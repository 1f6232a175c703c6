#!/bin/bash
# Runs every command that NOTES.md shows for the host.
set -u
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib
. ./notes-blocks.sh

write_blocks 'sh host' host-blocks
check 'there are commands for the host in NOTES.md' test -f host-blocks/1
for block in host-blocks/*; do
  check "$(head -n 1 "$block")" bash -euxo pipefail "$block"
done
# The volume is called what NOTES.md looks for.
volume_is_named() {
  "$ENGINE" inspect -f '{{range .Mounts}}{{.Name}} {{.Destination}}{{println}}{{end}}' "$CONTAINER_ID" | grep '^dind-var-lib-docker-.* /var/lib/docker$'
}
check 'the data volume has the name that NOTES.md gives' volume_is_named

reportResults
