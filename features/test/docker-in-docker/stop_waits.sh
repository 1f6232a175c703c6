#!/bin/bash
# dind stop returns when the daemon has gone, and not before.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

# PID 1 of this one ignores SIGTERM, so the daemon has to wait ten seconds and kill it.
import_inner inner sh sleep
docker run --detach --name sleeper inner sleep 600 >/dev/null
check 'it is said to be ready' bash -c 'dind status | grep "^ready (pid "'
check 'stop' bash -c 'dind stop | grep "the Docker daemon has stopped"'
check 'no daemon is left' bash -c '! pidof dockerd containerd'
check 'no inner container is left' bash -c '! pgrep -f "[s]leep 600"'
check 'no pid file is left' test ! -e /run/docker.pid
check 'status says so' bash -c 'dind status | grep "^not running (last: stopped)"'
check 'and its exit code too' bash -c '! dind status'
check 'wait does not wait for what nobody starts' bash -c 'dind wait 2>/tmp/said; test $? = 3'
check 'a second stop is no mistake' dind stop
check 'start' dind start
check 'the inner container is there, stopped' bash -c 'docker ps --all --filter status=exited | grep sleeper'
check 'an unknown verb is one' bash -c 'dind sing 2>/tmp/said; test $? = 2 && grep "not a verb" /tmp/said'

reportResults
