#!/bin/bash
# The defaults, as root: an image is built, its RUN step included, and exported.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

mkdir -p /tmp/context && cd /tmp/context
tar -C "$(inner_rootfs sh)" -cf base.tar .
printf 'FROM scratch\nADD base.tar /\nRUN ["/bin/sh", "-c", "echo built"]\n' >Dockerfile
check 'the container lets images be built' build-image --check
check 'build' bash -c 'build-image --tag app:1 --output type=oci,dest=app.tar . | grep -x built'
check 'the archive' bash -c 'tar tf app.tar | grep -x index.json'

reportResults
