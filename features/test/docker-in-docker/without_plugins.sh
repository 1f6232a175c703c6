#!/bin/bash
# buildx=none and compose=none: neither is there, and the classic builder builds.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

check 'no buildx' bash -c '! docker buildx version'
check 'no compose' bash -c '! docker compose version'
check 'an image is imported' import_inner inner sh cat
check 'an image is built' build_greeting inner greeting
check 'and runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'

reportResults
