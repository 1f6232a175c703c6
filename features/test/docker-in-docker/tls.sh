#!/bin/bash
# An inner container is the client: it has no socket, and reaches the daemon at the dev container's own address.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

certs=/var/lib/docker-in-docker/certs
import_inner client sh docker
address=$(hostname -i | cut -d' ' -f1)
client() { docker run --rm -v "$certs/client:/certs:ro" client docker "$@"; }
with_certificate() { client --tlsverify --tlscacert /certs/ca.pem --tlscert /certs/cert.pem --tlskey /certs/key.pem -H "tcp://$address:2376" version; }
in_certificate() { openssl x509 -in "$certs/server/cert.pem" -noout -text | grep -A 1 'Subject Alternative Name' | grep -F "$1"; }
restart_keeps() {
  before=$(cat "$certs/client/cert.pem" "$certs/server/cert.pem" "$certs/ca/cert.pem" | cksum)
  dind stop && dind start
  test "$before" = "$(cat "$certs/client/cert.pem" "$certs/server/cert.pem" "$certs/ca/cert.pem" | cksum)"
}

check 'a client with the certificate is served' with_certificate
check 'a client without one is refused' bash -c "! docker run --rm -v $certs/client:/certs:ro client docker --tls --tlscacert /certs/ca.pem -H tcp://$address:2376 version 2>/tmp/refused && grep -iE 'tls|certificate' /tmp/refused"
check 'a client without TLS is refused' bash -c "! docker run --rm client docker -H tcp://$address:2376 version"
check 'tlsNames, a name' in_certificate DNS:docker.example.test
check 'tlsNames, an address' in_certificate 'IP Address:192.0.2.7'
check 'the keys are EC keys' bash -c "openssl pkey -in $certs/server/key.pem -noout -text | grep prime256v1"
check 'a restart keeps all certificates' restart_keeps
check 'the authority is closed to others' bash -c "test \"\$(stat -c '%a %U' $certs/ca)\" = '700 root'"
check 'the client pair belongs to group docker' bash -c "test \"\$(stat -c '%a %G' $certs/client/key.pem)\" = '640 docker'"

reportResults
