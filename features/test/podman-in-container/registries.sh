#!/bin/bash
# A registry without TLS to push to and pull from, one that only exists as a mirror, and a name without registry.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

start_registry() {
  apt-get update -q && apt-get install -q -y --no-install-recommends docker-registry || return 1
  printf '%s\n' 'version: 0.1' 'storage: {inmemory: {}}' 'http: {addr: ":5000"}' >/tmp/registry.yml
  echo '127.0.0.1 registry.example.test' >>/etc/hosts
  docker-registry serve /tmp/registry.yml >/tmp/registry.log 2>&1 &
  for _ in $(seq 100); do (exec 3<>/dev/tcp/registry.example.test/5000) 2>/dev/null && return 0; sleep 0.1; done
}
import_inner inner sh cat
check 'a registry' start_registry
check 'push without TLS' podman push inner registry.example.test:5000/library/inner:1
check 'pull' podman pull registry.example.test:5000/library/inner:1
check 'pull by way of the mirror' podman pull upstream.example.test/library/inner:1
podman image rm --all --force >/dev/null
check 'a name without registry' bash -c 'podman pull library/inner:1 && podman image exists registry.example.test:5000/library/inner:1'

reportResults
