#!/bin/sh
# Containers stop in order, are killed, are made anew, and lack something.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

open='--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined'
tun='--device /dev/net/tun'
# shellcheck disable=SC2086 # arguments: the words are wanted
with_volume() { start_by_hand "$1" $open $tun --volume "${CASE_NAME}data:/var/lib/docker-in-docker-rootless" --volume "$PWD:/work"; }
as_developer() { $ENGINE exec --user developer --workdir /work "$container" "$@"; }
refuses() { ! in_container dind wait 2>said && cat said && grep -F "$1" said; }

with_volume first
in_container dind wait
as_developer bash -c '. ./inner-image.sh; import_inner inner sh sleep'
as_developer docker run --detach --name one inner sh -c 'trap "exit 7" TERM; while :; do sleep 1 & wait $!; done' >/dev/null
$ENGINE stop --time 10 "$container" >/dev/null
check 'the container ended with 0, not killed' test "$($ENGINE inspect --format '{{.State.ExitCode}}' "$container")" = 0
$ENGINE start "$container" >/dev/null
check 'it comes back' in_container dind wait
check 'the inner container had been asked to end' sh -c "test \"\$($ENGINE exec --user developer $container docker inspect --format '{{.State.ExitCode}}' one)\" = 7"
check 'and runs again' as_developer docker start one
$ENGINE kill --signal KILL "$container" >/dev/null
$ENGINE start "$container" >/dev/null
check 'after SIGKILL it comes back' in_container dind wait
check 'with its images' as_developer docker image inspect inner
check 'a second start does no harm' in_container sh -c 'dind start & dind start; wait; pgrep -cx dockerd | grep -x 1'
$ENGINE rm --force "$container" >/dev/null
with_volume second
in_container dind wait
check 'a rebuild keeps images' as_developer docker image inspect inner
$ENGINE rm --force "$container" >/dev/null

# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand plain $tun
check 'without any right' refuses '"seccomp=unconfined"'
# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand masked $tun --security-opt seccomp=unconfined
check 'with a masked /proc' refuses '"systempaths=unconfined"'
# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand no-new-privileges $open $tun --security-opt no-new-privileges
check 'with no-new-privileges' refuses 'no-new-privileges'
# shellcheck disable=SC2086 # arguments: the words are wanted
start_by_hand closed $open $tun --user developer
check 'with a device that is closed to its user' refuses 'may not use /dev/net/tun'
check 'the container lives on' in_container true
reportResults
