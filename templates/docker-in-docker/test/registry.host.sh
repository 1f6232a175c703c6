#!/bin/bash
# A registry beside the dev container, as a mirror of the public one and to push to. Debian's package docker-registry is the server.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

registry=${CASE_NAME}registry
$ENGINE run --detach --label "$CASE_LABEL" --name "$registry" "$BASE_IMAGE" sh -c '
  apt-get update -qq && apt-get install -qq -y --no-install-recommends docker-registry >/dev/null &&
  printf "%s\n" "version: 0.1" "storage: { filesystem: { rootdirectory: /srv } }" "http: { addr: \":5000\" }" >/registry.yml &&
  exec docker-registry serve /registry.yml' >/dev/null
address=$($ENGINE inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$registry")
inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
inside sh -c "echo $address registry.example.test >>/etc/hosts"
for _ in $(seq 120); do
  if (exec 3<>"/dev/tcp/$address/5000") 2>/dev/null; then break; fi
  sleep 1
done

image=registry.example.test:5000/library/featuresmith-greeting:1
inside sh -c 'tar -C / -c bin/cat | docker import - '"$image" >/dev/null
check 'push' inside docker push "$image"
inside docker image rm "$image" >/dev/null
check 'it is gone here' sh -c "test -z \"\$($ENGINE exec $CONTAINER_ID docker image ls --quiet)\""
check 'pull' inside docker pull "$image"
inside docker image rm "$image" >/dev/null
# The short name means the public registry, which has no such image: only the mirror does.
check 'pull by way of the mirror' inside docker pull featuresmith-greeting:1
check 'what it does not have is refused' sh -c "! $ENGINE exec $CONTAINER_ID docker pull registry.example.test:5000/library/nothing:1"
reportResults
