# shellcheck shell=sh
# A dockerd started by hand, with a pid file of its own, that outlives the script which started it.

engine_pid_file=$host_state/dockerd.pid
engine_log=$host_log/dockerd.log

# engine_answers: prints the version of the engine that the docker client reaches; false when none answers.
engine_answers() { timeout 20 docker version --format '{{.Server.Version}}' 2>/dev/null; }

# start_daemon TREE: dockerd and containerd from TREE, runc from the host. False, with the end of the log said,
# when no engine answers within a minute.
start_daemon() {
    mkdir -p "$host_state" "$host_log"
    rm -f "$engine_pid_file"
    did "starts $1/usr/sbin/dockerd; log $engine_log, data /var/lib/docker"
    set -- "$1" --pidfile "$engine_pid_file" --exec-root "$host_state/docker" --data-root /var/lib/docker \
        --host unix:///var/run/docker.sock --config-file "$host_root/daemon.json"
    # A session of its own and none of our file descriptors: a pipe that CI reads must see its end.
    (
        tree=$1
        shift
        exec env PATH="$tree/usr/sbin:$tree/usr/bin:/usr/sbin:/usr/bin:/sbin:/bin" setsid "$tree/usr/sbin/dockerd" "$@" \
            </dev/null >"$engine_log" 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
    ) &
    started=$!
    waited=0
    until engine_answers >/dev/null; do
        if [ "$waited" -ge 60 ] || ! readlink "/proc/$started/exe" >/dev/null; then
            warn "dockerd does not answer after $waited s; the end of $engine_log:"
            tail -n 20 "$engine_log" >&2
            stop_daemon
            return 1
        fi
        sleep 1
        waited=$((waited + 1))
    done
}

# stop_daemon: stops the dockerd that was started here and the containerd that it started; no other.
stop_daemon() {
    stop_process "$engine_pid_file" dockerd
    # dockerd stops its containerd itself, except when it was killed.
    stop_process "$host_state/docker/containerd/containerd.pid" containerd
}
