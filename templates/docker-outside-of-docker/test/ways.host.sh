#!/bin/bash
# The Feature installed again with other options, each way to the socket in turn; then things are broken on purpose.
set -u
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
as_somebody_without_proxy() { $ENGINE exec --user somebody "$CONTAINER_ID" sh -c "docker version && test ! -e /run/docker-outside-of-docker/*/proxy.pid"; }
again() { inside env SOURCE=distro _REMOTE_USER=somebody "$@" sh /tmp/feature/install.sh && inside dood start; }
finds() { inside dood doctor >found; cat found; grep "^$1: " found; }
sum() { inside sh -c 'cat /usr/local/share/docker-outside-of-docker/* 2>/dev/null | cksum; cat /etc/group /etc/sudoers.d/* 2>/dev/null | cksum'; }
# A socket that group 4343 may use, as hosts have whose group docker is not root's.
socket_with_group() {
  inside groupadd --gid 4343 enginegroup && inside groupdel enginegroup
  $ENGINE exec --detach "$CONTAINER_ID" socat UNIX-LISTEN:/srv/engine.sock,fork,mode=0660,gid=4343 UNIX-CONNECT:/var/lib/docker-outside-of-docker/host/docker.sock
  for _ in $(seq 50); do inside test -S /srv/engine.sock && return 0; sleep 0.1; done
}

$ENGINE cp .devcontainer/docker-outside-of-docker "$CONTAINER_ID:/tmp/feature"
inside useradd --uid 4242 somebody
check 'the same options again' again
check 'socat, since the group of the socket is not to be had' sh -c "$ENGINE exec --user somebody $CONTAINER_ID docker version"
before=$(sum)
check 'and again' again
check 'changes nothing' test "$before" = "$(sum)"
check 'a socket with a group of its own' socket_with_group
check 'group' again SOCKETPATH=/srv/engine.sock PROXY=group
check 'group docker has become that group' sh -c "$ENGINE exec --user somebody $CONTAINER_ID id | grep '4343(docker)'"
check 'which reaches the engine without a proxy' as_somebody_without_proxy
check 'auto takes that way too, now that nothing has to change' again SOCKETPATH=/srv/engine.sock
check 'the engine is named' sh -c "$ENGINE exec $CONTAINER_ID dood status | grep 'at /srv/engine.sock'"
check 'none' again PROXY=none
check 'none means root only' sh -c "! $ENGINE exec --user somebody $CONTAINER_ID docker version"
check 'and PERMISSION_DENIED says so' sh -c "$ENGINE exec --user somebody $CONTAINER_ID dood doctor | grep ^PERMISSION_DENIED:"
check 'with socat again' again PROXY=socat
check 'nothing is wrong' inside dood doctor
inside sh -c 'kill $(cat /run/docker-outside-of-docker/*/proxy.pid); rm -f /run/docker-outside-of-docker/*/docker.sock'
check 'a proxy that died' finds PROXY_DOWN
inside sh -c 'rm /var/run/docker.sock; : >/var/run/docker.sock'
check 'somebody else has taken the place' finds SOCKET_TAKEN
check 'and is left alone' sh -c "! $ENGINE exec $CONTAINER_ID dood start 2>refused && grep \"somebody else's\" refused && $ENGINE exec $CONTAINER_ID test -f /var/run/docker.sock"
inside rm /var/run/docker.sock
check 'when it has gone, start makes it' inside dood start
check 'another version than the one that is there is refused' \
  sh -c "! $ENGINE exec -e VERSION=19.03 $CONTAINER_ID sh /tmp/feature/install.sh 2>refused && grep 'already, and option version asks for 19.03' refused"
reportResults
