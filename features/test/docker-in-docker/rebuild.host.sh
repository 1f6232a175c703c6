#!/bin/sh
# A rebuild is a new container with the old one's volumes: images survive it.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

with_volumes() { start_by_hand "$1" --privileged --volume "${CASE_NAME}data:/var/lib/docker" --volume "${CASE_NAME}state:/var/lib/docker-in-docker"; }
image_is_there() { in_container dind wait && in_container docker image inspect kept >/dev/null; }

with_volumes before
in_container dind wait
in_container sh -c 'tar -C / -c bin/cat | docker import - kept' >/dev/null
$ENGINE restart "$container" >/dev/null
check 'a restart keeps it' image_is_there
$ENGINE rm --force "$container" >/dev/null
with_volumes after
check 'a rebuild keeps it' image_is_there
reportResults
