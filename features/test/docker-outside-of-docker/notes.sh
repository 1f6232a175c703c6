#!/bin/bash
# Runs every command that NOTES.md shows, in its order; this case's devcontainer.json has the blocks that NOTES.md shows for it. What
# the commands take for granted is made first: an image, which is this container's own, and sudo for root.
set -u
# shellcheck source=/dev/null # laid there by the runner
source ./dev-container-features-test-lib
source ./siblings.sh
source ./notes-blocks.sh

export IMAGE=$image
printf '%s\n' '#!/bin/sh' 'exec "$@"' >/usr/local/bin/sudo && chmod 0755 /usr/local/bin/sudo
write_blocks sh /tmp/blocks
write_file compose.yaml
write_blocks 'jsonc devcontainer.json' /tmp/configuration
check 'there are commands in NOTES.md' test -f /tmp/blocks/5
check 'the mount of NOTES.md is this container'"'"'s: the socket alone' test -S /var/lib/docker-outside-of-docker/host
check 'with the target that NOTES.md gives' grep -F '"target": "/var/lib/docker-outside-of-docker/host"' /tmp/configuration/1
check 'its variable too' bash -c 'grep -F LOCAL_WORKSPACE_FOLDER /tmp/configuration/2 && test "$LOCAL_WORKSPACE_FOLDER" = "$(dood path)"'
for block in $(find /tmp/blocks -type f | sort -V); do
  check "$(head -n 1 "$block")" bash -euxo pipefail "$block"
done

reportResults
