#!/bin/bash
# The image of option preload is there when the first hook runs, in a container that has no network. It is loaded once.
set -e
source ./dev-container-features-test-lib

check 'there is no network' bash -c 'test "$(ls /sys/class/net | grep -vE "^(lo|docker0|br-|veth|tunl|sit|ip6|gre|erspan|ip_vti)" | wc -l)" = 0'
check 'the image is there' docker image inspect preloaded:1
check 'and runs' bash -c 'docker run --rm --network none preloaded:1 | grep -x "hello from the archive"'
docker image rm preloaded:1 >/dev/null
check 'the daemon starts again' bash -c 'dind stop && dind start'
check 'what was removed stays removed' bash -c '! docker image inspect preloaded:1'
tar -C /tmp -xf /opt/preloaded.tar
echo ' ' >>/tmp/manifest.json
tar -C /tmp -cf /opt/preloaded.tar layer.tar config.json manifest.json
check 'the daemon starts once more' bash -c 'dind stop && dind start'
check 'an archive that has changed is loaded again' docker image inspect preloaded:1

reportResults
