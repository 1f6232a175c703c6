#!/bin/bash
# A user who is not root: the daemon is his.
set -e
source ./dev-container-features-test-lib
source ./works.sh

mounted() {
  mkdir -p /tmp/mounted && docker run --rm --volume /tmp/mounted:/mounted inner sh -c 'echo written >/mounted/file'
  test "$(stat -c %U /tmp/mounted/file)" = developer
}
check 'the user is not root' bash -c 'test "$(id -un)" = developer'
check 'a file made inside belongs to the user' mounted
check 'he may stop it' bash -c 'dind stop | grep "has stopped" && ! pgrep -x "dockerd|containerd|rootlesskit|slirp4netns"'
check 'the doctor knows' bash -c 'dind doctor | grep ^DAEMON_DOWN:'
check 'and status' bash -c '! dind status'
check 'and start it' bash -c 'dind start && docker image inspect greeting >/dev/null'
check 'what runs as root belongs to root' bash -c 'test -z "$(find /usr/local/share/docker-in-docker-rootless ! -user root)"'

reportResults
