# shellcheck shell=bash
# What has to work for everybody. Sourced by the tests of each user.
source ./web-image.sh

check 'the container is not privileged' bash -c '! grep -qi "^CapBnd:.*1ffffffffff" /proc/self/status'
check 'the daemon answers without waiting' docker version
check 'it is rootless' bash -c 'docker info --format "{{.SecurityOptions}}" | grep rootless'
check 'its processes have no rights' bash -c 'test "$(stat -c %U /proc/$(pgrep -x dockerd))" != root'
check 'the kernel stacks the layers' bash -c 'docker info --format "{{.Driver}}" | grep -x overlay2'
check 'an image is imported' import_inner inner sh cat id
check 'an image is built' build_greeting inner greeting
check 'and runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'
import_web
docker run --detach --rm --name web --publish 8085:8080 web >/dev/null
check 'a published port answers' bash -c "$(declare -f ask); ask 127.0.0.1 8085 | grep -x 'hello from web'"
docker network create one >/dev/null
docker run --detach --rm --name named --network one web >/dev/null
check 'a name in a network' bash -c 'docker run --rm --network one web bash -c "exec 3<>/dev/tcp/named/8080 && cat <&3" | grep hello'
docker rm --force web named >/dev/null
check 'the doctor finds nothing' dind doctor
