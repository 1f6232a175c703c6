#!/bin/bash
# The remote user is root: the daemon is a user's who is there for nothing else.
set -e
source ./dev-container-features-test-lib
source ./works.sh

check 'the daemon is the user rootless'"'"'s' bash -c 'dind status | grep "as rootless$"'
cp /etc/subuid /tmp/subuid && : >/etc/subuid
check 'the doctor sees that ids are missing' bash -c 'dind doctor | grep ^SUBORDINATE_IDS:'
cp /tmp/subuid /etc/subuid
chmod 0600 /dev/net/tun
check 'and that the device is closed' bash -c 'dind doctor | grep ^TUN_CLOSED:'
check 'a start opens it' bash -c 'dind stop && dind start && dind doctor'

reportResults
