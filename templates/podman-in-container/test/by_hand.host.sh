#!/bin/sh
# Containers that lack something: the hook says what, and what helps; layers are stored as well as can be.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

refuses() { ! in_container pinc wait 2>said && cat said && grep -F "$1" said; }
driver() { in_container pinc wait && in_container podman info --format '{{.Store.GraphDriverName}} {{.Store.GraphOptions}}'; }
open='--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined'

start_by_hand plain
check 'without any right' refuses '"seccomp=unconfined"'
check 'the container lives on' in_container true
check 'the doctor knows' sh -c "$ENGINE exec $container pinc doctor | grep ^USER_NAMESPACES_REFUSED"
start_by_hand masked --security-opt seccomp=unconfined
check 'with a masked /proc' refuses '"systempaths=unconfined"'
# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand no-volume $open
check 'without a volume every layer is copied' sh -c "$(command -v driver >/dev/null && echo :); $ENGINE exec $container pinc wait && $ENGINE exec $container podman info --format '{{.Store.GraphDriverName}}' | grep -x vfs"
check 'and the doctor says so' sh -c "$ENGINE exec $container pinc doctor | grep ^STORAGE_SLOW"
# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand fuse $open --device /dev/fuse --volume "$PWD:/work"
driver >said
cat said
check 'with /dev/fuse layers are stacked by fuse-overlayfs' grep '^overlay .*fuse-overlayfs' said
check 'and an image can be built on another' $ENGINE exec --workdir /work "$container" bash -c '. ./inner-image.sh; import_inner inner sh cat && build_greeting inner greeting && podman run --rm greeting'
# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand no-new-privileges $open --security-opt no-new-privileges --user developer --volume "${CASE_NAME}layers:/var/lib/containers"
check 'with no-new-privileges' refuses 'no-new-privileges'
reportResults
