# pinc start: settles what only the running container can tell, and starts the API service. Exit code 0 when podman is ready, 1 with
# a sentence otherwise.
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
  for old in /run/podman-in-container/*; do
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

# shellcheck source=/dev/null # beside this file
. "$home/storage.sh"

# /run and /tmp outlive `docker stop`. Podman takes what it finds there for running containers and a living pause process.
forget_last_run() {
  for folder in /tmp/podman-run-* /tmp/storage-run-* /tmp/containers-user-* /run/user/*/containers /run/user/*/libpod; do
    if [ -w "$folder" ]; then rm -rf "$folder"; fi
  done
  if [ "$(id -u)" -eq 0 ]; then rm -rf /run/containers /run/libpod /run/crun /run/netns; fi
}

# Who may not write to /etc has his own copy of it.
open_settings() {
  settings=/etc/containers
  # shellcheck disable=SC2016 # podman's variable
  layers='graphroot = "/var/lib/containers/storage"
rootless_storage_path = "/var/lib/containers/users/$UID"'
  # Not below /run where root is no more than a user: podman makes networks where it has mounted another /run.
  if is_rootful; then runroot=/run/containers/storage; else runroot=/tmp/storage-run-0/containers; fi
  layers="$layers
runroot = \"$runroot\""
  if [ "$(id -u)" -ne 0 ]; then
    settings=${XDG_CONFIG_HOME:-$HOME/.config}/containers
    layers="graphroot = \"/var/lib/containers/users/$(id -u)\""
  fi
  mkdir -p "$settings/containers.conf.d"
}

write_settings() {
  mark='# Written by pinc start at every start; without this line the file is yours.'
  choose_storage
  if [ ! -f "$settings/storage.conf" ] || grep -qxF "$mark" "$settings/storage.conf"; then
    write_storage "$settings/storage.conf" "$layers"
  else
    warn "$settings/storage.conf is yours, so option storageDriver does nothing"
  fi
  {
    echo '[containers]'
    # Limits need a control group of one's own to divide.
    if ! is_rootful || [ ! -w /sys/fs/cgroup ]; then echo 'cgroups = "disabled"'; fi
    case $network in
      auto) if ! is_rootful && [ ! -w /dev/net/tun ]; then echo 'netns = "host"'; fi ;;
      host) echo 'netns = "host"' ;;
    esac
  } >"$settings/containers.conf.d/60-podman-in-container.conf"
}

start_service() {
  rm -f "$socket"
  # shellcheck disable=SC2016 # for the shell that becomes podman
  spawn_owned 'exec podman system service --time 0 "unix://$0" >&2' service "$socket"
  await_socket "$socket" service || give_up 'the API service did not come up; its log ends with:' "$(tail -n 20 "$run/service.log")"
}

begin_start
if [ ! -f "$run/prepared" ]; then
  set_state starting
  forget_last_run
  open_devices
  if is_rootful; then
    prepare_mounts
    nest_cgroups /sys/fs/cgroup 300
  fi
  lack=$(as_user "$owner" "$home/pinc" check) || give_up "podman cannot work in this container: $lack"
  open_settings
  write_settings
  : >"$run/prepared"
fi
if [ "$service" = true ] && ! owned_lives service; then start_service; fi
hand_over_run
end_start
