# The two processes of the engine: how they are started, watched and stopped.
containerd_socket=/run/docker/containerd/containerd.sock

# The log lives in the state volume: not in /tmp, which people clear, and readable by those who may use the daemon anyway.
# One start, one log; the one before is kept. Empty $log: the engine writes to the container's own output.
open_log() {
  log=
  if [ "$log_target" = stdio ]; then return 0; fi
  log=$state_dir/dockerd.log
  if ! mkdir -p "$state_dir" 2>/dev/null || [ ! -w "$state_dir" ]; then log=$run/dockerd.log; fi
  if [ -f "$log" ]; then mv -f "$log" "$log.1"; fi
  : >"$log"
  chmod 0640 "$log"
  chgrp docker "$log"
  printf '%s\n' "$log" >"$run/log"
}

# dockerd refuses to start over a pid file whose number lives again, takes a dead containerd's socket for a living one, and
# waits 15 s for a containerd whose pid file names a stranger. Only called where no dockerd of ours lives.
remove_stale_state() {
  rm -f /run/docker.pid /run/docker.sock /run/docker/containerd/*.pid /run/docker/containerd/*.sock /run/docker/containerd/*.sock.ttrpc
  if [ -S /run/containerd/containerd.sock ] && ! pidof containerd >/dev/null 2>&1; then
    rm -f /run/containerd/containerd.sock /run/containerd/containerd.sock.ttrpc
  fi
}

# Docker 20.10 writes a key into /etc/docker. Where the root is read-only it gets a copy of that folder in /run.
open_settings_folder() {
  if [ -w /etc/docker ] || [ ! -d /etc/docker ]; then return 0; fi
  cp -a /etc/docker "$run/settings" && mount --bind "$run/settings" /etc/docker
}

# containerd as dockerd itself would lay it out; what an engine does not use is off. Writes the file $1; $2 is the folder of its data,
# $3 that of its state, $4 its socket.
write_containerd_config() {
  mkdir -p "$2" "$3"
  cat >"$1" <<TOML
version = 2
root = "$2"
state = "$3"
disabled_plugins = [
  "io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime",
  "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.blockfile", "io.containerd.snapshotter.v1.erofs",
]
[grpc]
  address = "$4"
[debug]
  level = "warn"
TOML
}

# Left to itself dockerd starts containerd and then sleeps a whole second before it looks. Started at the same moment, containerd
# is there when dockerd asks.
launch_beside() {
  # Its data inside the data volume.
  write_containerd_config "$run/containerd.toml" "$data_root/containerd/daemon" /run/docker/containerd/daemon "$containerd_socket"
  spawn containerd --config "$run/containerd.toml"
  containerd_pid=$!
  echo "$containerd_pid" >"$run/containerd.pid"
  # shellcheck disable=SC2086 # arguments: the words are wanted
  spawn dockerd --config-file "$config" --containerd "$containerd_socket" $daemon_args
  dockerd_pid=$!
}

launch_alone() {
  containerd_pid=
  rm -f "$run/containerd.pid"
  # shellcheck disable=SC2086 # arguments: the words are wanted
  spawn dockerd --config-file "$config" $daemon_args
  dockerd_pid=$!
}

# Runs a program in the background, in its own session where that can be had: a terminal that closes must not take it along.
spawn() {
  if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
  if [ -n "$log" ]; then
    PATH=$engine_path "$@" </dev/null >>"$log" 2>&1 &
  else
    PATH=$engine_path "$@" </dev/null &
  fi
}

# Waits for the socket, then asks once. False as soon as a process is gone.
await_daemon() {
  patience=$start_timeout
  ticks=0
  while [ ! -S "$socket" ] || { [ -n "$containerd_pid" ] && [ ! -S "$containerd_socket" ]; }; do
    process_lives "$dockerd_pid" || return 1
    if [ -n "$containerd_pid" ]; then process_lives "$containerd_pid" || return 1; fi
    sleep 0.01
    ticks=$((ticks + 1))
    if [ "$ticks" -ge $((patience * 100)) ]; then return 1; fi
  done
  daemon_answers "$patience"
}

# A dockerd that was killed leaves its containerd behind, which holds the lock of the data folder.
stop_orphans() {
  dockerd_pid=
  for pid_file in "$run/containerd.pid" /run/docker/containerd/containerd.pid; do
    if read_pid "$pid_file" && process_is "$pid" containerd; then
      containerd_pid=$pid
      stop_engine
    fi
  done
}

# Asks dockerd to stop, then the containerd beside it; kills what has not gone after twenty seconds each. dockerd kills a container
# that ignores SIGTERM after ten, and gives up itself five seconds later.
stop_engine() {
  for engine_pid in $dockerd_pid $containerd_pid; do
    kill -TERM "$engine_pid" 2>/dev/null || continue
    await_end "$engine_pid"
  done
}
