#!/bin/sh
# One file, mounted through three levels: host, container, inner container. Each appends a line, and the host sees all three.
set -eu
. ./dev-container-features-test-lib

workspace=$($ENGINE inspect --format '{{range .Mounts}}{{if eq .Source "'"$PWD"'"}}{{.Destination}}{{end}}{{end}}' "$CONTAINER_ID")
inside() { $ENGINE exec --workdir "$workspace" "$CONTAINER_ID" "$@"; }
echo 'Hello from the host' >levels
inside sh -c 'echo "Hello from the container" >>levels'
inside bash -c '. ./inner-image.sh && import_inner inner sh cat'
inside sh -c 'docker run --rm --volume "$PWD:/work" inner sh -c "echo Hello from the inner container >>/work/levels"'
cat levels
check 'the host sees three lines, in order' test "$(cut -d' ' -f3- levels | tr '\n' ,)" = 'the host,the container,the inner container,'
reportResults
