#!/bin/bash
# The defaults: the hook has returned, so the daemon answers at once; an image is built and run by it, without any registry.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

check 'the daemon answers without waiting' docker info
check 'dind status says ready' bash -c 'dind status | grep "^ready (pid "'
check 'the log is outside /tmp' grep 'API listen on' /var/lib/docker-in-docker/dockerd.log
check 'nobody but root and group docker may use the socket' bash -c 'test "$(stat -c "%a %G" /run/docker.sock)" = "660 docker"'
check 'an image is imported' import_inner inner sh cat
check 'an image is built on it' build_greeting inner greeting
check 'the built image runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'

reportResults
