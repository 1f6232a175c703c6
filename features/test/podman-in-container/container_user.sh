#!/bin/bash
# The whole container runs as a user who is not root.
set -e
source ./dev-container-features-test-lib
source ./works.sh

check 'PID 1 is not root' bash -c 'test "$(stat -c %U /proc/1)" = developer'
check 'the settings are the user'"'"'s own' test -f "$HOME/.config/containers/storage.conf"

reportResults
