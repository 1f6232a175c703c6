#!/bin/bash
# The whole container runs as a user who is not root: its entrypoint starts the daemon by sudo, and only that is allowed.
set -e
source ./dev-container-features-test-lib

check 'PID 1 is not root' bash -c 'test "$(stat -c %U /proc/1)" = developer'
check 'the daemon answers' docker version
check 'the user may stop it' sudo -n dind stop
check 'and start it' sudo -n dind start
check 'and nothing else' bash -c '! sudo -n id'
check 'without sudo it says what to do' bash -c '! dind stop 2>/tmp/refused && grep -F "run it as root: sudo dind stop" /tmp/refused'

reportResults
