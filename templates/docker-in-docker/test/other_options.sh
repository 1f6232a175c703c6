#!/bin/bash
# The options that do not end in daemon.json.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

docker info >/tmp/info 2>&1

check 'version, a beginning of one' bash -c 'docker version | grep -E "Version: +26\.1"'
check 'dataRoot' grep -x ' Docker Root Dir: /data/docker' /tmp/info
check 'httpsProxy' grep -x ' HTTPS Proxy: http://proxy.example.test:3128' /tmp/info
check 'daemonJsonFile, what only the file says' grep 'of=theuser' /tmp/info
check 'daemonJsonFile, an option goes before it' bash -c 'tr "\0" " " <"/proc/$(pidof dockerd)/cmdline" | grep -o "config-file [^ ]*" | cut -d" " -f2 | xargs grep "\"log-level\": \"debug\""'
check 'azureDnsAutoDetection' bash -c "tr '\\0' ' ' </proc/\$(pidof dockerd)/cmdline | grep -e '--dns 168.63.129.16'"
check 'firewallBackend' bash -c 'cat /run/docker-in-docker/*/firewall | grep -x iptables-nft'
check 'and its rules are there' bash -c '/usr/local/share/docker-in-docker/iptables-nft/iptables -w -nL | grep DOCKER-USER'
check 'port without TLS, asked for aloud' bash -c 'docker -H tcp://127.0.0.1:2375 version'
check 'log: no file' bash -c '! test -e /var/lib/docker-in-docker/dockerd.log'
check 'an image is imported' import_inner inner sh cat
check 'an image is built' build_greeting inner greeting
check 'and runs' bash -c 'docker run --rm greeting | grep -x "hello from inside"'

reportResults
