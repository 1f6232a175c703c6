#!/bin/bash
# Root, who has no rights here, builds all the same.
set -e
source ./dev-container-features-test-lib
source ./works.sh

check 'the user is root' bash -c 'test "$(id -u)" = 0'

reportResults
