#!/bin/sh
# When the container stops, the daemon is asked to stop first, and its containers with it.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
workspace=$($ENGINE inspect --format '{{range .Mounts}}{{if eq .Source "'"$PWD"'"}}{{.Destination}}{{end}}{{end}}' "$CONTAINER_ID")
$ENGINE exec --workdir "$workspace" "$CONTAINER_ID" bash -c '. ./inner-image.sh && import_inner inner sh sleep'
inside docker run --detach --name inner-one inner sh -c 'trap "exit 7" TERM; while :; do sleep 1 & wait $!; done' >/dev/null
$ENGINE stop --time 10 "$CONTAINER_ID" >/dev/null
log() { $ENGINE cp "$CONTAINER_ID:/var/lib/docker-in-docker/$1" - | tar -xO; }
check 'the container ended with 0, not killed' test "$($ENGINE inspect --format '{{.State.ExitCode}}' "$CONTAINER_ID")" = 0
log dockerd.log >daemon.log
check 'the daemon shut down in order' grep 'Daemon shutdown complete' daemon.log
check 'it left no pid file' sh -c "! $ENGINE cp $CONTAINER_ID:/run/docker.pid - >/dev/null 2>&1"
$ENGINE start "$CONTAINER_ID" >/dev/null
check 'it comes back' inside dind wait
check 'the inner container had been asked to end' sh -c "test \"\$($ENGINE exec $CONTAINER_ID docker inspect --format '{{.State.ExitCode}}' inner-one)\" = 7"
reportResults
