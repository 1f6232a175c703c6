#!/bin/bash
# A user who is not root.
set -e
source ./dev-container-features-test-lib
source ./works.sh

check 'the user is not root' bash -c 'test "$(id -un)" = developer'
check 'what runs as root belongs to root' bash -c 'test -z "$(find /usr/local/share/podman-in-container ! -user root)"'

reportResults
