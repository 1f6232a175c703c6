#!/bin/bash
# A user who is not root gets to the engine by the proxy, and to nothing else of the host's /run.
set -e
source ./dev-container-features-test-lib
source ./siblings.sh

late_answer() { echo said | docker run --rm --interactive --network none --entrypoint sh "$image" -c 'cat; sleep 2; echo answered' | tail -n 1 | grep -x answered; }

check 'the user is not root' bash -c 'test "$(id -u)" -ne 0'
check 'the engine answers' docker version
check 'and runs this container' docker container inspect "$self"
check 'only root and group docker may use the proxy' bash -c 'test "$(stat -L -c "%a %G" /var/run/docker.sock)" = "660 docker"'
check 'the rest of the host is closed' bash -c '! ls /var/lib/docker-outside-of-docker/host'
check 'an answer long after the input has ended arrives' late_answer
check 'what runs as root belongs to root' bash -c 'test -z "$(find /usr/local/share/docker-outside-of-docker ! -user root)"'
check 'nothing is wrong' dood doctor

reportResults
