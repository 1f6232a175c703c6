#!/bin/bash
# The whole container runs as a user who is not root: its entrypoint starts by sudo, and only that is allowed.
set -e
source ./dev-container-features-test-lib

check 'PID 1 is not root' bash -c 'test "$(stat -c %U /proc/1)" = developer'
check 'the engine answers' docker version
check 'the user may start again' sudo -n dood start
check 'the engine answers still' docker version
check 'and nothing else' bash -c '! sudo -n id'
check 'the environment stays behind' bash -c '! sudo -n --preserve-env=PATH dood start'

reportResults
