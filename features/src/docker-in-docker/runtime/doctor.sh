# dind doctor: looks for what commonly goes wrong.
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


# What a doctor finds: a line for each, with a code that can be searched for, what it is, what helps. Exit code 0 where nothing is
# wrong, 1 otherwise.
findings=0
finding() {
  findings=$((findings + 1))
  printf '%s: %s\n    %s\n' "$1" "$2" "$3"
}

check_login_helper() {
  client_configuration=${DOCKER_CONFIG:-${HOME:-/root}/.docker}/config.json
  if [ ! -f "$client_configuration" ]; then return 0; fi
  helper=$(sed -n 's/.*"credsStore": *"\([^"]*\)".*/\1/p' "$client_configuration")
  if [ -n "$helper" ] && ! command -v "docker-credential-$helper" >/dev/null 2>&1; then
    finding LOGIN_HELPER "the client's configuration names the credential helper $helper, which is not here" \
      'remove credsStore from ~/.docker/config.json, then: docker login'
  fi
}

# The doctor's last word, and its exit code: 0 where nothing was found, 1 otherwise.
conclude() { [ "$findings" -eq 0 ] && echo 'nothing is wrong'; }

# True unless the file system of folder $1 is nearly full; $2 is the command that makes room.
check_disk_space() {
  used=$(df -P "$1" | awk 'NR == 2 {sub("%", "", $5); print $5}')
  if [ "${used:-0}" -lt 95 ]; then return 0; fi
  finding DISK_FULL "$1 is $used % full" "make room: $2"
  return 1
}

# Looks at a daemon, where `daemon_runs` is true if its process lives. $1 is what a user who may not use it does, $2 what helps against
# vfs, $3 is "sudo " where starting and stopping it is root's.
check_daemon() {
  if ! daemon_runs; then
    finding DAEMON_DOWN 'the Docker daemon does not run' "start it: $3dind start; its last words: dind logs | tail"
  elif [ ! -w "$socket" ]; then
    finding PERMISSION_DENIED "user $(id -un) may not use $socket" "$1"
  elif ! daemon_answers 10; then
    finding DAEMON_SILENT 'the Docker daemon runs, but does not answer within ten seconds' "look at: dind logs | tail; then: $3dind stop, $3dind start"
  elif [ "$(plain_docker info --format '{{.Driver}}' 2>/dev/null)" = vfs ]; then
    finding STORAGE_SLOW 'the storage driver is vfs, which copies every layer whole' "$2"
  fi
}


# shellcheck source=/dev/null # beside this file
. "$home/permission.sh"

may_run_engine || finding "$not_permitted_code" "$not_permitted" "$permission"

if is_mount /run/docker.sock || is_mount /var/run/docker.sock; then
  finding SOCKET_MOUNTED "$socket is mounted from outside" 'remove that mount: this Feature has a daemon of its own'
fi

daemon_runs() { read_pid /run/docker.pid && process_is "$pid" dockerd; }
check_daemon 'put the user into group docker and log in again, or use sudo' \
  'give the data folder a volume, or set storageDriver to fuse-overlayfs' 'sudo '

if [ -d "$data_root" ]; then
  if [ "$(stat -f -c %T "$data_root")" = overlayfs ]; then
    finding OVERLAY_ON_OVERLAY "$data_root lies on an overlay file system, which overlay2 cannot stand on" 'mount a volume there'
  fi
  check_disk_space "$data_root" 'docker system prune --all --volumes'
fi

if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  if grep -Eq ' /sys/fs/cgroup ro[, ]' /proc/self/mountinfo; then
    finding CGROUP_READ_ONLY '/sys/fs/cgroup is read-only' 'let the container run with "privileged": true'
  elif [ ! -s /sys/fs/cgroup/cgroup.subtree_control ]; then
    finding CGROUP_NOT_NESTED 'no cgroup controller is handed to inner containers' 'restart the daemon: sudo dind stop, sudo dind start'
  fi
fi

{ read -r firewall <"$run/firewall"; } 2>/dev/null || firewall=
if [ "$firewall" = default ] && [ "$(id -u)" -eq 0 ]; then
  iptables -w -nL >/dev/null 2>&1 || finding FIREWALL 'iptables does not work with this kernel' \
    'set option firewallBackend, or load ip_tables or nf_tables on the host'
fi

if ! grep -q '^nameserver' /etc/resolv.conf; then
  finding DNS '/etc/resolv.conf names no name server' 'inner containers inherit it; set option dns'
elif grep -q '^nameserver 127\.0\.0\.11' /etc/resolv.conf && ! grep -q '"dns"' "$home/daemon.json"; then
  finding DNS_INHERITED 'the name server is the outer network'"'"'s own (127.0.0.11), which inner containers cannot reach' \
    'inner names may not resolve; set option dns to a server that they can reach'
fi

check_login_helper
conclude
