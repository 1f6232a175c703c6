#!/bin/bash
# What looks passes, what changes something does not, whatever it is dressed up as.
set -e
source ./dev-container-features-test-lib
source ./siblings.sh

refused() { if "$@" >/tmp/said 2>&1; then return 1; fi; cat /tmp/said; grep 'is read-only here, so this is not let through' /tmp/said; }
# Sends raw bytes, as no client would, and prints the answers.
raw() { printf '%b' "$1" | timeout 5 socat -t 3 - UNIX-CONNECT:/var/run/docker.sock | tr -d '\r'; }
forbidden() { raw "$1" >/tmp/said; cat /tmp/said; grep '^HTTP/1.1 403' /tmp/said && ! grep '^HTTP/1.1 [1-3]' /tmp/said; }
one_answer() { raw "$1" >/tmp/said; cat /tmp/said; test "$(grep -c '^HTTP/1.1' /tmp/said)" = 1; }

check 'version' docker version
check 'ps' docker ps
check 'inspect' docker container inspect "$self"
check 'images' docker images
check 'info' docker info
check 'logs' docker logs "$self"
check 'logs, followed, until the client goes' bash -c 'timeout 3 docker logs --follow "$1"; test $? = 124' - "$self"
check 'and nothing is left of it' bash -c 'sleep 2; ! grep -al "^/bin/sh.*/read-only-filter" /proc/[0-9]*/cmdline'
check 'run' refused docker run --rm "$image" true
check 'create' refused docker create "$image"
check 'exec' refused docker exec "$self" id
check 'stop' refused docker stop "$self"
check 'rm' refused docker rm --force "$self"
check 'cp, which is a GET' refused docker cp "$self:/etc/passwd" /tmp/passwd
check 'export, which is a GET' refused docker export --output /tmp/export.tar "$self"
check 'save, which is a GET' refused docker save --output /tmp/save.tar "$image"
check 'build' refused bash -c 'echo FROM scratch | DOCKER_BUILDKIT=0 docker build -'
check 'a way round by dots' forbidden "GET /containers/json/../$self/export HTTP/1.1\r\nHost: d\r\n\r\n"
check 'a way round by percent signs' forbidden "GET /containers/$self/%65xport HTTP/1.1\r\nHost: d\r\n\r\n"
check 'a socket to a shell' forbidden "GET /containers/$self/attach/ws HTTP/1.1\r\nHost: d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
check 'a second request behind the first' one_answer "GET /_ping HTTP/1.1\r\nHost: d\r\n\r\nPOST /containers/$self/stop HTTP/1.1\r\nHost: d\r\n\r\n"
check 'a second request as a body' one_answer "GET /_ping HTTP/1.1\r\nHost: d\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\nPOST /containers/$self/stop HTTP/1.1\r\nHost: d\r\n\r\n"
check 'nonsense' forbidden '\0\0\0\r\n\r\n'
check 'dood status says so' bash -c 'dood status | grep "read-only$"'
check 'the socket behind is closed' bash -c '! ls /var/lib/docker-outside-of-docker/host'

reportResults
