#!/bin/sh
# A container without privileges: the daemon cannot run; the container lives on, and the hook says why.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

start_by_hand unprivileged --volume "${CASE_NAME}data:/var/lib/docker"
check 'the hook fails' sh -c "! $ENGINE exec $container dind wait 2>said"
check 'and says why' grep 'this container is not privileged, and a Docker daemon cannot run in it' said
check 'and what helps' grep '"privileged": true' said
check 'the container lives on' in_container true
check 'the doctor knows' sh -c "$ENGINE exec $container dind doctor | grep ^NOT_PRIVILEGED"
start_by_hand foreign-socket --privileged --volume "${CASE_NAME}data:/var/lib/docker" --volume /dev/null:/var/run/docker.sock
check 'a socket from outside fails the hook' sh -c "! $ENGINE exec $container dind wait 2>said"
check 'and it says so' grep 'is mounted from outside, so it belongs to another Docker daemon' said
reportResults
