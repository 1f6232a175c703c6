#!/bin/sh
# The Feature installed a second time: with the same options nothing changes, with others they apply.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
$ENGINE cp .devcontainer/docker-in-docker-rootless "$CONTAINER_ID:/tmp/feature"
sum() { inside sh -c 'cat /usr/local/share/docker-in-docker-rootless/* /etc/passwd /etc/subuid /etc/subgid 2>/dev/null | cksum; getcap /usr/bin/newuidmap'; }

again() { inside env _REMOTE_USER=root SOURCE=distro sh /tmp/feature/install.sh; }
other() { inside env _REMOTE_USER=root SOURCE=distro LOGLEVEL=debug NETWORKMTU=1300 PORTDRIVER=slirp4netns sh /tmp/feature/install.sh; }
before=$(sum)
check 'a second install with the same options' again
check 'changes nothing' test "$before" = "$(sum)"
check 'a third with others' other
check 'the daemon starts with them' inside sh -c 'dind stop && dind start'
check 'logLevel' inside sh -c 'dind logs | grep -m 1 level=debug'
check 'networkMtu' inside sh -c 'pgrep -a slirp4netns | grep 1300'
check 'portDriver' inside sh -c 'pgrep -a rootlesskit | grep -- --port-driver=slirp4netns'
check 'drivers that do not go together are refused' \
  sh -c "! $ENGINE exec -e PORTDRIVER=implicit $CONTAINER_ID sh /tmp/feature/install.sh 2>refused && grep 'implicit goes with pasta' refused"
reportResults
