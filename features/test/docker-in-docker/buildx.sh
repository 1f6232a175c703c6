#!/bin/bash
# buildx builds with BuildKit: stages, a secret, a cache mount, and an output that is a folder.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

import_inner inner sh cat
mkdir -p /tmp/build && cd /tmp/build
cat >Dockerfile <<'DOCKERFILE'
FROM inner AS first
RUN --mount=type=secret,id=word --mount=type=cache,target=/cache cat /run/secrets/word >/word && echo used >/cache/mark
FROM scratch
COPY --from=first /word /word
DOCKERFILE
echo swordfish >secret
check 'buildx' docker buildx version
check 'a build with a secret' docker buildx build --secret id=word,src=secret --output type=local,dest=out .
check 'what it made' grep -x swordfish out/word
check 'an image by buildx' docker buildx build --secret id=word,src=secret --load --tag built .
check 'is there' docker image inspect built
check 'docker build is BuildKit too' bash -c 'docker build --secret id=word,src=secret . 2>&1 | grep -E "^#[0-9]+ "'

reportResults
