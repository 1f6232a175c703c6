#!/bin/bash
# Runs every command that NOTES.md shows for the dev container, in its order. What the commands take for granted is made first: the
# image busybox:1, a registry, and sudo for root.
set -u
# shellcheck source=/dev/null # laid there by the runner
source ./dev-container-features-test-lib
source ./inner-image.sh
source ./notes-blocks.sh

import_busybox() {
  local rootfs applet
  rootfs=$(inner_rootfs busybox)
  for applet in sh cat echo true sleep httpd wget hostname; do ln -s busybox "$rootfs/bin/$applet"; done
  tar -C "$rootfs" -c . | docker import - busybox:1 >/dev/null
}

start_registry() {
  printf '%s\n' 'version: 0.1' 'storage: {inmemory: {}}' 'http: {addr: ":80"}' >/tmp/registry.yml
  echo '127.0.0.1 registry.example.test' >>/etc/hosts
  docker-registry serve /tmp/registry.yml >/tmp/registry.log 2>&1 &
  for _ in $(seq 100); do curl -fsS -o /dev/null http://registry.example.test/v2/ && return 0; sleep 0.1; done 2>/dev/null
}

prepare() {
  apt-get update -q && apt-get install -q -y --no-install-recommends busybox curl docker-registry || return 1
  printf '%s\n' '#!/bin/sh' 'exec "$@"' >/usr/local/bin/sudo && chmod 0755 /usr/local/bin/sudo || return 1
  import_busybox && start_registry
}

export REGISTRY_USER=somebody REGISTRY_PASSWORD=secret
check 'what the commands need is there' prepare
write_blocks sh /tmp/blocks
write_file compose.yaml
write_file Dockerfile
check 'there are commands in NOTES.md' test -f /tmp/blocks/10
for block in $(find /tmp/blocks -type f | sort -V); do
  check "$(head -n 1 "$block")" bash -euxo pipefail "$block"
done

reportResults
