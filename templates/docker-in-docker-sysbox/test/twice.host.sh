#!/bin/sh
# The Feature installed a second time with other options: they apply, and nothing is there twice.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
$ENGINE cp .devcontainer/docker-in-docker-sysbox "$CONTAINER_ID:/tmp/feature"
sum() { inside sh -c 'cat /usr/local/share/docker-in-docker-sysbox/* 2>/dev/null | cksum; cat /etc/group /etc/sudoers.d/* 2>/dev/null | cksum'; }

again() { inside env LOGLEVEL=info _REMOTE_USER=root sh /tmp/feature/install.sh; }
other() { inside env LOGLEVEL=debug MTU=1400 BUILDX=latest COMPOSE=latest _REMOTE_USER=root sh /tmp/feature/install.sh; }
before=$(sum)
check 'a second install with the same options' again
check 'changes nothing' test "$before" = "$(sum)"
check 'a third with others' other
check 'the daemon starts with them' inside sh -c 'dind stop && dind start'
check 'and has them' inside sh -c 'dind logs | grep -m 1 level=debug && grep 1400 /usr/local/share/docker-in-docker-sysbox/daemon.json'
check 'another version than the one that is there is refused' \
  sh -c "! $ENGINE exec -e VERSION=19.03 $CONTAINER_ID sh /tmp/feature/install.sh 2>refused && grep 'has Docker .* already, and option version asks for 19.03' refused"
check 'version none takes the one that is there' inside env VERSION=none sh /tmp/feature/install.sh
reportResults
