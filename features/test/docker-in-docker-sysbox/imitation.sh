#!/bin/bash
# The mark of sysbox is there, so the daemon starts: the same scripts as docker-in-docker's, without "privileged" of the Feature's own.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh
source ./notes-blocks.sh

write_blocks sh /tmp/blocks
check 'the daemon answers without waiting' docker info
check 'an image is imported' import_inner inner sh cat
check 'an image is built on it' build_greeting inner greeting
check 'the built image runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'
check 'there are commands in NOTES.md' test -f /tmp/blocks/1
for block in /tmp/blocks/*; do
  check "$(head -n 1 "$block")" bash -euxo pipefail "$block"
done
write_blocks 'jsonc devcontainer.json' /tmp/configuration
check 'NOTES.md shows what the refusal names' bash -c 'arguments=$(grep -o "\"runArgs\": .*\]" /tmp/configuration/1) && grep -F "$arguments" /usr/local/share/docker-in-docker-sysbox/permission.sh'
check 'nothing is wrong' dind doctor
umount /srv/imitation
check 'without sysbox the doctor says so' bash -c 'dind doctor >/tmp/findings; test $? = 1 && grep "^NOT_SYSBOX: " /tmp/findings'
dind stop
check 'and the daemon is not started' bash -c '! dind start 2>/tmp/refused && grep "does not run in sysbox" /tmp/refused'

reportResults
