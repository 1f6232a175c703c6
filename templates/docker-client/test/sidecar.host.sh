#!/bin/bash
# The compose file of NOTES.md, as it is; a second file puts this case's image in the place of the images that it names, for a registry
# is asked for nothing. The image has docker-in-docker too: with its entrypoint it is the daemon, without it the client.
set -u
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib
. ./notes-blocks.sh

image=$($ENGINE inspect --format '{{.Image}}' "$CONTAINER_ID")
project=${CASE_NAME%-}sidecar
project=${project,,}
mkdir sidecar
(cd sidecar && sed -i 's#^notes=#notes=../#' ../notes-blocks.sh && . ../notes-blocks.sh && write_file compose.yaml && write_blocks 'jsonc devcontainer.json' blocks)
cat >sidecar/compose.override.yaml <<YAML
services:
  dev:
    image: $image
    labels: ["$CASE_LABEL"]
    entrypoint: ["/bin/sh", "-c", "/usr/local/share/docker-client/entrypoint.sh; sleep infinity"]
  docker:
    image: $image
    labels: ["$CASE_LABEL"]
    entrypoint: ["/bin/sh", "-c", ". /usr/local/share/docker-in-docker/entrypoint.sh; sleep infinity & wait"]
    # Where this daemon keeps what docker:dind keeps in /certs.
    volumes: ["certificates:/var/lib/docker-in-docker/certs/client"]
YAML
compose() { (cd sidecar && $ENGINE compose --project-name "$project" "$@"); }
trap 'compose down --volumes --timeout 1 >/dev/null 2>&1' EXIT
dev() { compose exec -T dev "$@"; }
as_user() { compose exec -T --user developer dev "$@"; }
# Docker writes the server's id only where a daemon was asked.
other_daemon() { test "$(dev docker info --format '{{.ID}}')" != "$($ENGINE info --format '{{.ID}}')"; }
import_image() { dev sh -c 'tar -C / -c bin/true | docker import - one' && as_user docker image inspect one; }
finds() { dev docker-client doctor >found; cat found; grep "^$1: " found; }

check 'NOTES.md has the compose file' grep 'image: docker:dind' sidecar/compose.yaml
check 'and its devcontainer.json' grep '"dockerComposeFile": "compose.yaml"' sidecar/blocks/1
check 'both come up' compose up --detach
check 'the hook waits for the certificates and the daemon' dev docker-client wait 120
check 'docker talks to it' dev docker version
check 'it is not the host engine' other_daemon
check 'with TLS' bash -c '[[ $1 == *"at tcp://docker:2376, TLS" ]]' - "$(dev docker-client status)"
check 'the hook of a user who is not root' as_user docker-client wait 30
check 'talks to it too' as_user docker version
check 'both see one image' import_image
check 'the context is the one of the option' bash -c 'test "$1" = remote' - "$(dev docker context inspect --format "{{.Name}}")"
check 'only root and group docker have the key' dev sh -c 'test "$(stat -c "%a %G" /run/docker-client-certificates/key.pem)" = "640 docker"'
check 'docker-client env serves tools that know no contexts' as_user sh -c 'eval "$(docker-client env)" && docker --context default version && test -r "$DOCKER_CERT_PATH/key.pem"'
check 'a context that the person chose stays' as_user sh -c 'docker context create mine --docker host=tcp://mine:2375 >/dev/null && docker context use mine >/dev/null && docker-client wait && test "$(docker context inspect --format "{{.Name}}")" = mine'
check 'nothing is wrong' dev docker-client doctor
check 'a pair of another authority is refused' dev sh -c 'cd /run/docker-client-certificates && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=x -keyout key.pem -out ca.pem 2>/dev/null && cp ca.pem cert.pem && ! docker-client status'
check 'and CERTIFICATE says so' finds CERTIFICATE
check 'start fetches the right one' dev docker-client start
check 'which works' dev docker-client status
compose stop --timeout 1 docker >/dev/null 2>&1
check 'a daemon that has gone' finds 'NAME_UNKNOWN\|DAEMON_SILENT'
reportResults
