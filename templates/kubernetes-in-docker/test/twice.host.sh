#!/bin/bash
# The Feature installed again with other options, and each thing that a cluster needs taken away in turn.
set -u
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib
. ./notes-blocks.sh

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
again() { inside env "$@" sh /tmp/feature/install.sh; }
finds() { inside kubernetes-in-docker doctor >found; cat found; grep "^$1: " found; }
sum() { inside sh -c 'cat /usr/local/share/kubernetes-in-docker/* | cksum; ls -l /usr/local/bin | cksum'; }

$ENGINE cp .devcontainer/kubernetes-in-docker "$CONTAINER_ID:/tmp/feature"
before=$(sum)
write_blocks 'sh host' host-blocks
check 'the command that NOTES.md shows for the host' bash -euxo pipefail host-blocks/1
check 'the same options again' again KUBECTL=latest
check 'change nothing' test "$before" = "$(sum)"
inside sh -c 'printf "#!/bin/sh\necho k3d of the test\n" >/srv/k3d'
checksum=$(inside sha256sum /srv/k3d | cut -c1-64)
check 'a download with its checksum' again TOOL=k3d URL=file:///srv/k3d SHA256="$checksum"
check 'is installed' sh -c "test \"\$($ENGINE exec $CONTAINER_ID k3d)\" = 'k3d of the test'"
inside rm /usr/local/bin/k3d
wrong=$(printf '%064d' 0)
check 'with another checksum it is refused' \
  sh -c "! $ENGINE exec -e TOOL=k3d -e URL=file:///srv/k3d -e SHA256=$wrong $CONTAINER_ID sh /tmp/feature/install.sh 2>refused && grep 'is not the file that was pinned' refused"
check 'and not installed' sh -c "! $ENGINE exec $CONTAINER_ID sh -c 'command -v k3d'"
check 'the tool that is missing' finds NO_TOOL
inside mount --make-private /
check 'mounts that are not shared' finds MOUNTS_PRIVATE
inside dind stop
check 'no daemon' finds NO_DAEMON
check 'the hook says so and does not fail' inside kubernetes-in-docker wait
inside dind start
check 'a start of the daemon mends both' sh -c "! $ENGINE exec $CONTAINER_ID kubernetes-in-docker doctor | grep 'NO_DAEMON\|MOUNTS_PRIVATE'"
reportResults
