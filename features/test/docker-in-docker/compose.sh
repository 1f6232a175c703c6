#!/bin/bash
# Two services reach each other by name.
set -e
source ./dev-container-features-test-lib
source ./web-image.sh

import_web
mkdir -p /tmp/project
cat >/tmp/project/compose.yaml <<'YAML'
services:
  one:
    image: web
    environment: { NAME: one }
  two:
    image: web
    environment: { NAME: two }
YAML
cd /tmp/project
from() { docker compose exec -T "$1" bash -c "for i in {1..50}; do exec 3<>/dev/tcp/$2/8080 && cat <&3 && exit; sleep 0.1; done" | grep -x "hello from $2"; }

check 'up' docker compose up --detach
check 'one reaches two by name' from one two
check 'two reaches one by name' from two one
check 'a name that is no service is not found' bash -c '! docker compose exec -T one bash -c "exec 3<>/dev/tcp/three/8080"'
check 'down' docker compose down
check 'nothing is left' bash -c 'test -z "$(docker ps --all --quiet)"'

reportResults
