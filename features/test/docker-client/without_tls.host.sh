#!/bin/bash
# A daemon without TLS: the host's engine, behind a port that only this container has. Then the Feature once more, with other options.
set -u
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
finds() { inside "$@" docker-client doctor >found 2>&1; cat found; grep "^$expected: " found; }
sum() { inside sh -c 'cat /usr/local/share/docker-client/* 2>/dev/null | cksum; cat /etc/group /etc/sudoers.d/* 2>/dev/null | cksum'; }
again() { inside env SOURCE=distro _REMOTE_USER=root "$@" sh /tmp/feature/install.sh; }
open_port() {
  inside sh -c 'apt-get update -qq && apt-get install -qq -y --no-install-recommends socat >/dev/null' || return 1
  $ENGINE exec --detach "$CONTAINER_ID" socat -t 3600 TCP-LISTEN:2375,fork,reuseaddr,bind=127.0.0.1 UNIX-CONNECT:/srv/engine.sock
}

$ENGINE cp .devcontainer/docker-client "$CONTAINER_ID:/tmp/feature"
expected=DAEMON_SILENT
check 'no daemon: the container is up, and DAEMON_SILENT says so' finds
check 'a port' open_port
check 'the daemon answers' inside docker-client wait 10
check 'docker uses it by the context of the option' inside sh -c 'test "$(docker context inspect --format "{{.Name}}")" = here && docker version'
check 'it is the one behind that port' inside docker container inspect "$CONTAINER_ID"
check 'nothing is wrong on the way to oneself' inside docker-client doctor
expected=NO_CERTIFICATES
check 'NO_CERTIFICATES' finds env DOCKER_HOST=tcp://localhost:2376
expected=NAME_UNKNOWN
check 'NAME_UNKNOWN' finds env DOCKER_HOST=tcp://nobody.invalid:2375
check 'only the client is installed' inside sh -c '! command -v dockerd && ! command -v containerd'
check 'the same options again' again DOCKERHOST=tcp://localhost:2375 CONTEXT=here WAITSECONDS=0
before=$(sum)
check 'and again' again DOCKERHOST=tcp://localhost:2375 CONTEXT=here WAITSECONDS=0
check 'changes nothing' test "$before" = "$(sum)"
check 'other options' again DOCKERHOST=tcp://127.0.0.1:2375 CONTEXT=there WAITSECONDS=5
check 'apply' inside sh -c 'docker-client wait && docker context inspect there | grep 127.0.0.1:2375'
check 'another version than the one that is there is refused' \
  sh -c "! $ENGINE exec -e VERSION=19.03 $CONTAINER_ID sh /tmp/feature/install.sh 2>refused && grep 'already, and option version asks for 19.03' refused"
reportResults
