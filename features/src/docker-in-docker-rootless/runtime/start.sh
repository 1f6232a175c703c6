# dind start: starts rootlesskit, and dockerd in it, as the daemon's user. Exit code 0 when the daemon answers, 1 with a sentence
# otherwise.
# The start of something that only one may start, once a run of the container.

# Ends the start, leaving the reason for the verb `wait` and for a person.
give_up() {
  set_state failed "$@"
  rm -rf "$run/lock"
  fail "$@"
}

# A start that was killed leaves its lock behind; a lock whose holder is gone is nobody's.
take_lock() {
  while ! mkdir "$run/lock" 2>/dev/null; do
    if ! read_pid "$run/lock/pid" || process_lives "$pid"; then return 1; fi
    rm -rf "$run/lock"
  done
  echo $$ >"$run/lock/pid"
}

# Makes the folder of this run and removes those of earlier ones.
open_run() {
  if [ -d "$run" ]; then return 0; fi
  mkdir -p "$run" || fail "$run cannot be made" 'the folder above it has to be writable: mount a tmpfs there'
  for old in /run/docker-in-docker-rootless/*; do
    if [ "$old" != "$run" ]; then rm -rf "$old"; fi
  done
}

# Waits for the socket $1 of the process whose number is in $run/$2.pid; false when it has died or $start_timeout seconds are over.
await_socket() {
  ticks=0
  while [ ! -S "$1" ]; do
    sleep 0.01
    ticks=$((ticks + 1))
    if [ "$ticks" -ge $((start_timeout * 100)) ] || { read_pid "$run/$2.pid" && ! process_lives "$pid"; }; then return 1; fi
  done
}

# Whoever comes second has nothing to do.
begin_start() {
  open_run
  if take_lock; then return 0; fi
  say "somebody else is at it; see: $command wait"
  exit 0
}

# Records that the start has ended well.
end_start() {
  set_state ready
  rm -rf "$run/lock"
}

# Devices that are everybody's on a usual host; runArgs bring them into a container as root's alone.
open_devices() {
  for device in /dev/fuse /dev/net/tun; do
    if [ ! -c "$device" ]; then continue; fi
    if [ "$(id -u)" -eq 0 ]; then
      chmod 0666 "$device"
    elif [ ! -w "$device" ] && command -v sudo >/dev/null 2>&1; then
      # install.sh allows just this, with just these words.
      sudo -n /usr/bin/chmod 0666 "$device" || :
    fi
  done
}


begin_start
if ! owned_lives rootlesskit; then
  set_state starting
  open_devices
  state=$run/state-of-daemon
  mkdir -p "$state"
  if [ "$(id -u)" -eq 0 ]; then chown "$owner" "$state" "${data_root%/*}"; fi
  lack=$(as_user "$owner" "$home/dind" check) || give_up "a Docker daemon without rights cannot work in this container: $lack"
  rm -rf "$socket" "${state:?}"/*
  # A loopback of the dev container's that inner containers could reach would be a way out of their network.
  # shellcheck disable=SC2016 # for the shell that becomes rootlesskit
  spawn_owned 'export XDG_RUNTIME_DIR="$0" PATH="$PATH:/usr/sbin:/sbin"
    exec rootlesskit --state-dir="$0/rootlesskit" --net="$1" --mtu="$2" --port-driver="$3" --disable-host-loopback \
      --copy-up=/etc --copy-up=/run --propagation=rslave "$4" >&2' \
    rootlesskit "$state" "$network_driver" "$network_mtu" "$port_driver" "$home/dockerd-in-namespace"
  if ! await_socket "$socket" rootlesskit || ! daemon_answers "$start_timeout"; then
    give_up 'the Docker daemon did not come up; its log ends with:' "$(tail -n 20 "$run/rootlesskit.log")"
  fi
fi
hand_over_run
end_start
