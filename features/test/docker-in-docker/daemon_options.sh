#!/bin/bash
# Every option that ends in daemon.json shows in the daemon.
set -e
source ./dev-container-features-test-lib
source ./inner-image.sh

docker info >/tmp/info 2>&1
cat /usr/local/share/docker-in-docker/daemon.json
in_info() { grep -E "$1" /tmp/info; }

check 'an image is imported' import_inner inner sh cat
check 'storageDriver' in_info 'Storage Driver: vfs'
check 'registryMirrors' in_info 'https://mirror.example.test/'
check 'insecureRegistries, a host' in_info 'registry.example.test:5000'
check 'insecureRegistries, a network' in_info '10.9.0.0/16'
check 'logLevel' bash -c 'dind logs | grep -m 1 level=debug'
check 'liveRestore' in_info 'Live Restore Enabled: true'
check 'httpProxy' in_info 'HTTP Proxy: http://proxy.example.test:3128'
check 'noProxy' in_info 'No Proxy: localhost,.example.test'
check 'extraArgs, the first label' in_info '^  one=1'
check 'extraArgs, the second label' in_info '^  two=2'
check 'dns, both' bash -c 'docker run --rm inner cat /etc/resolv.conf | tr "\n" " " | grep "nameserver 10.1.2.3 nameserver 10.1.2.4"'
check 'bip' bash -c 'docker network inspect bridge | grep 10.200.0.0/24'
check 'addressPools, the first' bash -c 'docker network create one >/dev/null; docker network inspect one | grep "10.10.*/24"'
check 'addressPools, the second' in_info 'Base: 10.20.0.0/16, Size: 25'
check 'mtu' bash -c 'test "$(docker run --rm -v /sys:/hostsys:ro inner cat /sys/class/net/eth0/mtu)" = 1400'
check 'ulimits, soft and hard' bash -c 'test "$(docker run --rm inner sh -c "ulimit -Sn; ulimit -Hn" | tr "\n" " ")" = "1024 2048 "'
check 'ulimits, one number for both' bash -c 'docker run --rm inner cat /proc/self/limits | grep -E "Max processes +4096 +4096"'
check 'logMaxSize and logMaxFile' bash -c 'docker create --name rotated inner cat / >/dev/null; docker inspect rotated | tr -d " \n" | grep "\"max-file\":\"2\",\"max-size\":\"1m\""'
check 'maxConcurrentDownloads' bash -c 'dind logs | grep -i "Max Concurrent Downloads: 7"'
check 'ip6tables is off' grep '"ip6tables": false' /usr/local/share/docker-in-docker/daemon.json
check 'ip6tables is off' bash -c '! ip6tables-save 2>/dev/null | grep DOCKER'

reportResults
