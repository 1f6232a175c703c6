#!/bin/sh
# Options that show outside: log stdio in the container's own output; startup wait, which puts the daemon before the command.
set -eu
. ./dev-container-features-test-lib

waits() {
  image=$($ENGINE inspect --format '{{.Image}}' "$CONTAINER_ID")
  $ENGINE run --rm --privileged --label "$CASE_LABEL" --volume "${CASE_NAME}data:/data" "$image" \
    sh -c '. /usr/local/share/docker-in-docker/entrypoint.sh; test -S /run/docker.sock && cat /run/docker-in-docker/*/state' | grep -x ready
}
check 'log: stdio' sh -c "$ENGINE logs $CONTAINER_ID 2>&1 | grep -E 'level=.*msg='"
check 'startup: the command comes after the daemon' waits
reportResults
