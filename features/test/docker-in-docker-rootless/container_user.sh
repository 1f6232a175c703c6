#!/bin/bash
# The whole container runs as a user without rights; what the options say shows in the daemon.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

info() { docker info --format "{{json .}}"; }
import_inner inner sh cat
check 'PID 1 is not root' bash -c 'test "$(stat -c %U /proc/1)" = developer'
check 'networkDriver and networkMtu' bash -c 'pgrep -a pasta | grep 1400'
check 'the user may open the device as root, and nothing else' bash -c 'sudo -n /usr/bin/chmod 0666 /dev/net/tun && ! sudo -n id && ! sudo -n chmod 0666 /etc/shadow'
check 'storageDriver' bash -c 'docker info --format "{{.Driver}}" | grep -x vfs'
check 'dns' bash -c 'docker run --rm inner cat /etc/resolv.conf | grep 10.1.2.3'
check 'bip' bash -c 'docker network inspect bridge | grep 10.200.0.1'
check 'registryMirrors' bash -c 'docker info | grep mirror.example.test'
check 'insecureRegistries' bash -c 'docker info | grep registry.example.test:5000'
check 'logLevel' bash -c 'dind logs | grep -m 1 level=debug'
check 'extraArgs' bash -c 'docker info --format "{{.Labels}}" | grep one=1'
check 'the doctor says what vfs costs, and no more' bash -c 'dind doctor >/tmp/findings; cat /tmp/findings; ! grep -v -e ^STORAGE_SLOW: -e "^    " /tmp/findings'
check 'an unknown verb is one' bash -c 'dind sing 2>/tmp/said; test $? = 2 && grep "not a verb" /tmp/said'

reportResults
