#!/bin/bash
# A user who is not root uses the daemon.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

check 'the user is not root' bash -c 'test "$(id -u)" -ne 0'
check 'an image is imported' import_inner inner sh cat
check 'an image is built' build_greeting inner greeting
check 'and runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'
check 'the log is readable' bash -c 'dind logs | grep "API listen"'

reportResults
