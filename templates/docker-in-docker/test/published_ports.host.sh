#!/bin/bash
# A port that an inner container publishes can be reached from outside of the dev container, at its address.
set -eu
. ./dev-container-features-test-lib
. ./web-image.sh

workspace=$($ENGINE inspect --format '{{range .Mounts}}{{if eq .Source "'"$PWD"'"}}{{.Destination}}{{end}}{{end}}' "$CONTAINER_ID")
$ENGINE exec --workdir "$workspace" "$CONTAINER_ID" bash -c '. ./web-image.sh && import_web && docker run --detach --publish 8081:8080 web'
address=$($ENGINE inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$CONTAINER_ID")
answer() { ask "$address" 8081 | grep -x 'hello from web'; }
check 'from the host' answer
reportResults
