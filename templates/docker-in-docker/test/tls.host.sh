#!/bin/sh
# Another container on the dev container's network is the client: served with the client's pair, refused without.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

address=$($ENGINE inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$CONTAINER_ID")
$ENGINE cp "$CONTAINER_ID:/var/lib/docker-in-docker/certs/client" certs
client() { $ENGINE run --rm --label "$CASE_LABEL" --volume "$PWD/certs:/certs:ro" --entrypoint docker "$image" -H "tcp://$address:2376" "$@"; }
refused() {
  if client "$@" version >said 2>&1; then return 1; fi
  cat said
  grep -iE 'tls|certificate|HTTP request to an HTTPS server' said
}

check 'with the pair, and the server known' client --tlsverify --tlscacert /certs/ca.pem --tlscert /certs/cert.pem --tlskey /certs/key.pem version
check 'without the pair' refused --tls --tlscacert /certs/ca.pem
check 'without TLS' refused
check 'no port without TLS is open' sh -c "! $ENGINE exec $CONTAINER_ID bash -c 'exec 3<>/dev/tcp/127.0.0.1/2375'"
reportResults
