#!/bin/bash
# What has to work for everybody: build, run, files, the socket, the docker command. Sourced by the tests of each user.
source ./inner-image.sh

api() { perl -MIO::Socket::UNIX -e '$s = IO::Socket::UNIX->new(Peer => shift) or die "$!\n"; print $s "GET $ARGV[0] HTTP/1.0\r\n\r\n"; print <$s>' "$@"; }
mounted() {
  mkdir -p /tmp/mounted && podman run --rm --volume /tmp/mounted:/mounted inner sh -c 'echo written >/mounted/file'
  grep -x written /tmp/mounted/file && test "$(stat -c %u /tmp/mounted/file)" = "$(id -u)"
}

check 'podman is ready' bash -c 'pinc status | grep "^ready, API service (pid "'
check 'the container is not privileged' bash -c '! grep -qi "^CapBnd:.*1ffffffffff" /proc/self/status'
check 'an image is imported' import_inner inner sh cat id sleep
check 'an image is built' build_greeting inner greeting
check 'and runs' bash -c 'podman run --rm greeting | grep -x "hello from inside"'
check 'inside one is root' bash -c 'podman run --rm inner id -u | grep -x 0'
check 'the kernel stacks the layers' bash -c 'podman info --format "{{.Store.GraphDriverName}}" | grep -x overlay'
check 'on the volume' bash -c 'podman info --format "{{.Store.GraphRoot}}" | grep "^/var/lib/containers/"'
check 'a file made inside belongs to the user' mounted
check 'in the background, and stopped' bash -c 'podman run --detach --name sleeper inner sleep 60 && podman exec sleeper id -u && podman stop --time 1 sleeper && podman rm sleeper'
check 'its log is readable' bash -c 'podman run --name talker greeting >/dev/null && podman logs talker | grep hello && podman rm talker'
check 'the docker command is podman' bash -c 'docker image ls | grep greeting'
check 'the API answers at DOCKER_HOST' bash -c "$(declare -f api); api \"\${DOCKER_HOST#unix://}\" /_ping | tail -n 1 | grep -x OK"
check 'and knows the same images' bash -c "$(declare -f api); api \"\${DOCKER_HOST#unix://}\" /images/json | grep greeting"
check 'the doctor finds what is left to wish' bash -c 'pinc doctor | tee /tmp/findings; ! grep -v -e ^NETWORK_SHARED: -e "^    " /tmp/findings'
