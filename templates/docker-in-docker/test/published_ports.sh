#!/bin/bash
# A published port answers in the container; published_ports.host.sh has started the server and asked from the host.
set -e
source ./dev-container-features-test-lib
source ./web-image.sh

answer() { ask 127.0.0.1 "$1" | grep -x 'hello from web'; }
check 'in the container' answer 8081
check 'another port is closed' bash -c '! exec 3<>/dev/tcp/127.0.0.1/8082'
docker run --detach --rm --publish 127.0.0.1:8083:8080 web >/dev/null
check 'one bound to loopback answers in the container' answer 8083

reportResults
