#!/bin/bash
# dind doctor finds what was broken on purpose, and nothing where nothing is.
set -e
source ./dev-container-features-test-lib

finds() { dind doctor >/tmp/findings; test $? = 1 && cat /tmp/findings && grep "^$1: " /tmp/findings; }

check 'nothing is wrong' dind doctor
cp /etc/resolv.conf /tmp/resolv.conf
echo 'nameserver 127.0.0.11' >/etc/resolv.conf
check 'a name server that inner containers cannot reach' finds DNS_INHERITED
: >/etc/resolv.conf
check 'no name server' finds DNS
cat /tmp/resolv.conf >/etc/resolv.conf
mkdir -p /root/.docker && echo '{ "credsStore": "nobody-has-it" }' >/root/.docker/config.json
check 'a login helper that is not there' finds LOGIN_HELPER
rm -r /root/.docker
check 'a user who may not use the socket' bash -c 'setpriv --reuid 65534 --regid 65534 --clear-groups dind doctor >/tmp/findings; grep ^PERMISSION_DENIED: /tmp/findings'
kill -STOP "$(cat /run/docker.pid)"
check 'a daemon that does not answer' finds DAEMON_SILENT
kill -CONT "$(cat /run/docker.pid)"
dind stop
check 'a daemon that is down' finds DAEMON_DOWN
mount -t tmpfs -o size=1m tmpfs /var/lib/docker
dd if=/dev/zero of=/var/lib/docker/full bs=1M count=2 2>/dev/null || :
check 'a disk that is full' finds DISK_FULL
umount /var/lib/docker
dind start
check 'nothing is wrong any more' dind doctor

reportResults
