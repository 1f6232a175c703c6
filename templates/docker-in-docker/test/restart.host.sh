#!/bin/sh
# Containers are rarely stopped in order. What a killed one leaves behind must not keep the next start from working.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
# Two sockets nobody listens on, and pid files with a number that lives again: PID 1's.
leave_stale_files() {
  # shellcheck disable=SC2016 # Perl's variables
  inside perl -MIO::Socket::UNIX -e 'mkdir "/run/containerd"; $s = IO::Socket::UNIX->new(Local => "/run/containerd/containerd.sock", Listen => 1) or die'
  inside sh -c 'echo 1 >/run/docker.pid; echo 1 >/run/docker/containerd/containerd.pid; test -S /run/docker.sock'
}
answers() { inside dind wait && inside docker image inspect kept >/dev/null; }
# Processes that have ended and that nobody has asked about.
zombies() { inside sh -c 'cat /proc/[0-9]*/stat 2>/dev/null' | grep -c ') Z ' || :; }

inside sh -c 'tar -C / -c bin/cat | docker import - kept' >/dev/null
check 'the stale files are there' leave_stale_files
$ENGINE kill --signal KILL "$CONTAINER_ID" >/dev/null
$ENGINE start "$CONTAINER_ID" >/dev/null
check 'after SIGKILL the daemon is back, with its images' answers
check 'with the containerd that it was given' inside sh -c 'pidof containerd | grep -x "$(cat /run/docker-in-docker/*/containerd.pid)"'
check 'it did not need a second try' sh -c "! $ENGINE logs $CONTAINER_ID 2>&1 | grep 'starting again'"
$ENGINE restart "$CONTAINER_ID" >/dev/null
check 'after a restart too' answers
check 'the pid file is the daemon'"'"'s own' inside sh -c 'grep -x dockerd "/proc/$(cat /run/docker.pid)/comm"'
check 'a killed dockerd is started again by dind start' inside sh -c 'kill -KILL "$(cat /run/docker.pid)"; sleep 0.2; dind start && docker info >/dev/null'
check 'a second start at the same time does no harm' inside sh -c 'dind stop; dind start & dind start; wait; pidof dockerd | wc -w | grep -x 1'
sleep 1
check 'no zombie is left' test "$(zombies)" -eq 0
reportResults
