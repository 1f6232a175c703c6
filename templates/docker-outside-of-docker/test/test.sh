#!/bin/bash
# The defaults, as root: the hook has returned, so the host's engine answers at once, and it is the one that runs this container.
set -e
source ./dev-container-features-test-lib
source ./siblings.sh

check 'the host engine answers without waiting' docker version
check 'dood status names the socket' bash -c 'dood status | grep " at .*docker.sock$"'
check 'it runs this container' docker container inspect "$self"
check 'the socket is a link' test -L /var/run/docker.sock
check 'no proxy where there is no other user' bash -c '! ls /run/docker-outside-of-docker/*/proxy.pid'
echo hello >from-here
check 'dood path gives the host path of the workspace' sibling --volume "$(dood path):/work" cat /work/from-here
check 'and of a file' sibling --volume "$(dood path from-here):/it" cat /it
check 'what is not mounted has none' bash -c '! dood path /etc 2>/tmp/refused && grep "is not mounted from the host" /tmp/refused'
check 'only the client is installed' bash -c '! command -v dockerd && ! command -v containerd'
check 'nothing is wrong' dood doctor

reportResults
