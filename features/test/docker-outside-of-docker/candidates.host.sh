#!/bin/bash
# The place where the host's /run would be is an empty volume: a host without an engine. Then a helper puts sockets there that lead to
# this engine, where rootless Docker and Podman have theirs.
set -u
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
says() { inside dood "$1" >said 2>&1; cat said; grep "$2" said; }
image=$($ENGINE inspect --format '{{.Image}}' "$CONTAINER_ID")
volume=$($ENGINE inspect --format '{{range .Mounts}}{{if eq .Type "volume"}}{{.Name}}{{end}}{{end}}' "$CONTAINER_ID")

check 'the container is up, and the hook did not fail' inside dood wait
check 'it says what is missing' says wait 'the host has no socket of an engine'
check 'and what helps' says wait 'docker-in-docker brings its own'
check 'the doctor says so' says doctor '^NO_ENGINE: '
check 'status fails' sh -c "! $ENGINE exec $CONTAINER_ID dood status"

helper=${CASE_NAME}helper
$ENGINE run --detach --label "$CASE_LABEL" --name "$helper" --volume "$volume:/run-of-host" --volume /var/run/docker.sock:/engine.sock \
  --entrypoint sh "$image" -c 'apt-get update -qq && apt-get install -qq -y --no-install-recommends socat >/dev/null
    mkdir -p /run-of-host/podman /run-of-host/user/1000
    socat UNIX-LISTEN:/run-of-host/podman/podman.sock,fork UNIX-CONNECT:/nothing &
    socat UNIX-LISTEN:/run-of-host/user/1000/docker.sock,fork UNIX-CONNECT:/engine.sock' >/dev/null
for _ in $(seq 600); do inside test -S /var/lib/docker-outside-of-docker/host/user/1000/docker.sock && break; sleep 0.1; done

check 'the socket of rootless Docker is found' inside dood start
check 'and named' says status ' at user/1000/docker.sock$'
check 'docker uses it' inside docker container inspect "$CONTAINER_ID"
$ENGINE exec "$helper" rm /run-of-host/user/1000/docker.sock
check 'a socket without an engine behind it is named' sh -c "! $ENGINE exec $CONTAINER_ID dood start 2>said && grep \"no engine of the host's answers; there is podman/podman.sock\" said"
reportResults
