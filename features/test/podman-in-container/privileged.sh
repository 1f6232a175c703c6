#!/bin/bash
# In a privileged container, which only a person can ask for, root has podman's full rights: bridges and limits.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

import_inner inner sh cat sleep id
check 'podman is not rootless' bash -c 'podman info --format "{{.Host.Security.Rootless}}" | grep -x false'
check 'the network is a bridge' bash -c 'podman run --rm inner cat /proc/net/dev | grep eth0'
check 'a named network' bash -c 'podman network create one && podman run --rm --network one inner cat /proc/net/dev | grep eth0'
check 'a limit is written' bash -c 'podman run --detach --name limited --memory 64m inner sleep 60 && cat $(find /sys/fs/cgroup -path "*libpod-*" \( -name memory.max -o -name memory.limit_in_bytes \)) | grep -x 67108864'
podman rm --force --time 0 limited >/dev/null

reportResults
