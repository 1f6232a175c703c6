#!/bin/sh
# A container whose root file system is read-only: the daemon writes to its volumes and to a /run of its own.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

start_by_hand read-only --privileged --read-only --tmpfs /tmp \
  --volume "${CASE_NAME}data:/var/lib/docker" --volume "${CASE_NAME}state:/var/lib/docker-in-docker"
check 'the root is read-only' in_container sh -c '! touch /usr/local/anything'
check 'the daemon comes up' in_container dind wait
check 'an image is imported' in_container sh -c 'tar -C / -c bin/cat | docker import - cat'
check 'and is listed' in_container sh -c 'docker image ls | grep ^cat'
reportResults
