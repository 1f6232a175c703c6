#!/bin/bash
# Logs end: an inner container's is rotated at the size that was asked for, the daemon's with every start.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

import_inner inner sh cat seq
docker run --name chatty inner seq 20000 >/dev/null
logs=$(dirname "$(docker inspect --format '{{.LogPath}}' chatty)")
ls -l "$logs"
check 'three files are kept' bash -c "test \$(ls '$logs' | grep -c -- '-json.log') = 3"
check 'none is much larger than 10 kB' bash -c "test -z \"\$(find '$logs' -name '*-json.log*' -size +12k)\""
check 'the last line is there' bash -c 'docker logs --tail 1 chatty | grep -x 20000'
state=/var/lib/docker-in-docker
check 'the daemon starts again' bash -c 'dind stop && dind start'
check 'the log before is kept' grep 'Daemon shutdown complete' "$state/dockerd.log.1"
check 'this one is new' bash -c "! grep 'Daemon shutdown complete' '$state/dockerd.log' && grep 'API listen' '$state/dockerd.log'"

reportResults
