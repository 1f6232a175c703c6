#!/bin/sh
# The container stops, is killed, and is made anew: inner containers are asked to stop, and what they were made of stays.
set -eu
. ./dev-container-features-test-lib
. ./by-hand.sh

protected='--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined'
# shellcheck disable=SC2086 # arguments: the words are wanted
with_volume() { start_by_hand "$1" $protected --env PODMAN_IGNORE_CGROUPSV1_WARNING=1 --volume "${CASE_NAME}data:/var/lib/containers" --volume "$PWD:/work"; }
as_developer() { $ENGINE exec --user developer --workdir /work "$container" "$@"; }
runs_again() { as_developer podman start one && as_developer podman exec one id; }

with_volume first
in_container pinc wait
as_developer bash -c '. ./inner-image.sh; import_inner inner sh sleep id'
as_developer podman run --detach --name one inner sh -c 'trap "exit 7" TERM; while :; do sleep 1 & wait $!; done' >/dev/null
$ENGINE stop --time 10 "$container" >/dev/null
check 'the container ended with 0, not killed' test "$($ENGINE inspect --format '{{.State.ExitCode}}' "$container")" = 0
$ENGINE start "$container" >/dev/null
check 'it comes back' in_container pinc wait
check 'the inner container had been asked to end' sh -c "test \"\$($ENGINE exec --user developer $container podman inspect --format '{{.State.ExitCode}}' one)\" = 7"
check 'and runs again' runs_again
$ENGINE kill --signal KILL "$container" >/dev/null
$ENGINE start "$container" >/dev/null
check 'after SIGKILL it comes back' in_container pinc wait
check 'with nothing that pretends to run' sh -c "test -z \"\$($ENGINE exec --user developer $container podman ps --quiet)\""
check 'and the inner container runs again' runs_again
check 'a second start does no harm' in_container sh -c 'pinc start & pinc start; wait; pinc status'
check 'stop says so' sh -c "$ENGINE exec $container pinc stop && ! $ENGINE exec $container pinc status"
check 'start' in_container pinc start
check 'an unknown verb is one' sh -c "$ENGINE exec $container pinc sing 2>said; test \$? = 2 && grep 'not a verb' said"
$ENGINE rm --force "$container" >/dev/null
with_volume second
in_container pinc wait
check 'a rebuild keeps images' as_developer podman image exists inner
reportResults
