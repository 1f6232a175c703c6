# dind start: starts containerd and dockerd and waits until the daemon answers. Exit code 0 then, 1 with a sentence otherwise.
# What a container has to become before a container engine runs inside it. The facts are those of hack/dind in moby/moby.

# Without these two capabilities the engine fails late and obscurely (capabilities(7); bits 12 and 21). The bounding set is the
# container's and not the user's, so this holds for whoever asks.
is_privileged() {
  while read -r key value; do
    if [ "$key" = CapBnd: ]; then break; fi
  done </proc/self/status
  [ $((0x$value >> 12 & 1)) -eq 1 ] && [ $((0x$value >> 21 & 1)) -eq 1 ]
}

prepare_mounts() {
  # A read-only root has no place for sockets and pid files.
  if [ ! -w /run ]; then mount -t tmpfs -o mode=0755 tmpfs /run || :; fi
  # AppArmor in the inner engine reads its profiles from here.
  if [ -d /sys/kernel/security ] && ! is_mount /sys/kernel/security; then
    mount -t securityfs none /sys/kernel/security 2>/dev/null || warn 'could not mount securityfs; AppArmor profiles are off inside'
  fi
  # Bind mounts with shared propagation fail where / is private ("is not a shared mount").
  mount --make-rshared / 2>/dev/null || warn 'could not make / a shared mount; mount propagation is off inside'
}

# Cgroup v2 forbids processes in a group that hands controllers to its children (cgroups(7), "no internal processes"), and the
# container's processes all sit in its root group. They move to a leaf, then the controllers are handed on.
# Arguments: the cgroup file system, how long to try in hundredths of a second, and where this process's own group is written:
# processes that appear meanwhile (every `docker exec` does that) make the kernel answer EBUSY, so it has to be tried until it holds.
nest_cgroups() {
  cgroups=$1
  patience=$2
  [ -f "$cgroups/cgroup.controllers" ] || return 0
  { read -r own <"$3"; } 2>/dev/null
  # Any other path means the host's cgroup namespace: the processes in the root group are then the host's own.
  case $own in 0::/ | 0::/init) ;; *) return 0 ;; esac
  if ! mkdir -p "$cgroups/init" 2>/dev/null; then
    warn "$cgroups is read-only; limits on inner containers will not work"
    return 0
  fi
  read -r controllers <"$cgroups/cgroup.controllers"
  wanted=
  for controller in $controllers; do wanted="$wanted +$controller"; done
  pause=1
  while ! hand_on_controllers; do
    if [ "$patience" -le 0 ]; then
      warn 'could not hand cgroup controllers to inner containers; limits on them will not work'
      return 0
    fi
    sleep "0.0$pause"
    patience=$((patience - pause))
    if [ "$pause" -lt 5 ]; then pause=$((pause + 1)); fi
  done
}

hand_on_controllers() {
  # Builtins only: a program started here would be one more process in the group that is being emptied.
  while read -r pid; do
    # 0 stands for a process of another pid namespace.
    if [ "$pid" != 0 ]; then { echo "$pid" >"$cgroups/init/cgroup.procs"; } 2>/dev/null || :; fi
  done <"$cgroups/cgroup.procs"
  { echo "${wanted# }" >"$cgroups/cgroup.subtree_control"; } 2>/dev/null
}

for part in permission engine configuration firewall persistence preload; do
  # shellcheck source=/dev/null # beside this file
  . "$home/$part.sh"
done

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
  for old in /run/docker-in-docker-sysbox/*; do
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

[ "$(id -u)" -eq 0 ] || fail 'the Docker daemon is started by root' 'run it as root: sudo dind start'
if may_run_engine; then prepare_mounts; fi
begin_start
if read_pid /run/docker.pid && process_is "$pid" dockerd; then
  say "the Docker daemon runs already (pid $pid)"
  daemon_answers "$start_timeout" || give_up "the Docker daemon (pid $pid) does not answer" 'stop it first: dind stop'
  end_start
  exit 0
fi
set_state starting

may_run_engine || give_up "$not_permitted" "$permission"
if is_mount /run/docker.sock || is_mount /var/run/docker.sock; then
  give_up "$socket is mounted from outside, so it belongs to another Docker daemon" \
    'remove that mount, or use docker-outside-of-docker instead of docker-in-docker-sysbox'
fi

open_log
open_settings_folder
export container=docker # AppArmor and moby look at this to see that they are nested
nest_cgroups /sys/fs/cgroup 300 /proc/self/cgroup
daemon_args=$extra_args
choose_configuration
choose_hosts
choose_firewall
stop_orphans
remove_stale_state
forget_other_containers
launch_beside
if ! await_daemon; then
  # Never both: the first pair goes before dockerd comes back with a containerd of its own.
  stop_engine
  warn 'starting again with the containerd that dockerd brings along'
  remove_stale_state
  launch_alone
  await_daemon || give_up "the Docker daemon did not come up; its log${log:+ $log} ends with:" "$(tail -n 20 "${log:-/dev/null}")"
fi
if [ -n "$preload" ]; then
  set_state loading
  preload_images
fi
end_start
