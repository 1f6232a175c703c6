#!/bin/bash
# The defaults: the hook has returned, so the daemon answers at once, and a container runs, without any registry.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

check 'the daemon answers without waiting' docker info
check 'nothing is wrong' dind doctor
check 'an image is imported' import_inner inner sh cat
check 'an image is built on it' build_greeting inner greeting
check 'and runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'

reportResults
