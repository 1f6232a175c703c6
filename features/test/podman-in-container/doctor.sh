#!/bin/bash
# pinc doctor finds what was broken on purpose.
set -e
source ./dev-container-features-test-lib

finds() { pinc doctor >/tmp/findings; test $? = 1 && cat /tmp/findings && grep "^$1: " /tmp/findings; }

source ./inner-image.sh
import_inner inner sh cat

check 'nothing is wrong' pinc doctor
check 'root has named networks' bash -c 'podman network create one && podman run --rm --network one inner cat /proc/net/dev | grep eth0'
check 'a service of somebody else' bash -c 'setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/tmp pinc doctor >/tmp/findings; grep ^SERVICE_OWNED: /tmp/findings'
pinc stop
check 'a service that is down' finds SERVICE_DOWN
pinc start
cp /etc/subuid /tmp/subuid && : >/etc/subuid
check 'no subordinate ids' finds SUBORDINATE_IDS
echo root:4294960000:65536 >/etc/subuid
check 'ids that do not exist' finds ID_MAP
cp /tmp/subuid /etc/subuid
cp /etc/containers/storage.conf /tmp/ && printf '[storage]\ndriver = "vfs"\n' >/etc/containers/storage.conf
check 'settings of somebody else' finds SETTINGS_OWN
check 'are left alone' bash -c 'pinc stop && rm -r /run/podman-in-container/* && pinc start 2>&1 | grep "is yours" && grep vfs /etc/containers/storage.conf'
cp /tmp/storage.conf /etc/containers/storage.conf
printf '[storage\n' >/etc/containers/containers.conf.d/99-broken.conf
check 'settings that podman cannot read' finds PODMAN_FAILS
rm /etc/containers/containers.conf.d/99-broken.conf
pinc stop
pinc start
check 'nothing is wrong any more' pinc doctor

reportResults
