#!/bin/bash
# The defaults, as root: to podman one more user without rights, for the container has none to give.
set -e
source ./dev-container-features-test-lib
source ./works.sh

check 'the remote user is root' bash -c 'test "$(id -u)" = 0'
check 'without a device the network is shared' bash -c 'pinc doctor | grep ^NETWORK_SHARED:'

reportResults
