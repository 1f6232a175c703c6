#!/bin/bash
# With /dev/net/tun (the snippet in NOTES.md) inner containers have networks of their own, names in them, ports and compose.
set -e
source ./dev-container-features-test-lib
source ./web-image.sh

import_web
mkdir -p /tmp/project
cat >/tmp/project/compose.yaml <<'YAML'
services:
  one:
    image: localhost/web
    environment: { NAME: one }
  two:
    image: localhost/web
    environment: { NAME: two }
YAML
cd /tmp/project
from() { docker compose exec -T "$1" bash -c "for i in {1..50}; do exec 3<>/dev/tcp/$2/8080 && cat <&3 && exit; sleep 0.1; done" | grep -x "hello from $2"; }

check 'the doctor has nothing left to wish' pinc doctor
check 'the network is one of its own' bash -c 'test "$(podman run --rm web readlink /proc/self/ns/net)" != "$(readlink /proc/self/ns/net)"'
podman run --detach --name web --publish 8085:8080 web >/dev/null
check 'a published port answers' bash -c "$(declare -f ask); ask 127.0.0.1 8085 | grep -x 'hello from web'"
podman rm --force --time 0 web >/dev/null
check 'compose up' docker compose up -d
check 'one reaches two by name' from one two
check 'two reaches one by name' from two one
check 'compose down' docker compose down -t 0
check 'nothing is left' bash -c 'test -z "$(podman ps --all --quiet)"'

reportResults
