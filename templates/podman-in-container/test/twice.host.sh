#!/bin/sh
# The Feature installed a second time: with the same options nothing changes, with others they apply.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
$ENGINE cp .devcontainer/podman-in-container "$CONTAINER_ID:/tmp/feature"
sum() { inside sh -c 'cat /usr/local/share/podman-in-container/* /etc/containers/*.d/* /etc/subuid /etc/subgid 2>/dev/null | cksum; getcap /usr/bin/newuidmap'; }

again() { inside env _REMOTE_USER=root sh /tmp/feature/install.sh; }
other() { inside env _REMOTE_USER=root SERVICE=false DOCKERCOMMAND=false NETWORK=host STORAGEDRIVER=vfs FIREWALL=iptables SUBORDINATEIDS=300000:1000 sh /tmp/feature/install.sh; }
restart() { $ENGINE restart "$CONTAINER_ID" >/dev/null && inside pinc wait; }
before=$(sum)
check 'a second install with the same options' again
check 'changes nothing' test "$before" = "$(sum)"
check 'the docker command is there' inside docker --version
check 'a third with others' other
check 'the container starts with them' restart
check 'service: false' sh -c "$ENGINE exec $CONTAINER_ID pinc status | grep 'no API service'"
check 'dockerCommand: false' sh -c "! $ENGINE exec $CONTAINER_ID docker --version"
check 'network: host' inside grep 'netns = "host"' /etc/containers/containers.conf.d/60-podman-in-container.conf
check 'storageDriver: vfs' inside grep 'driver = "vfs"' /etc/containers/storage.conf
check 'firewall: iptables' inside sh -c '! grep nftables /etc/containers/containers.conf.d/*'
check 'ids that are there stay' inside grep -x root:100000:65536 /etc/subuid
reportResults
