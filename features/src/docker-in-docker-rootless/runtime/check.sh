# Whether this container lets the user who asks do it. Exit code 1 with the first lack and its remedy.
# What a container engine without privileges needs of the container around it. Each lack has its remedy, which is the host's or
# devcontainer.json's to bring. Asked as the user who is to run the engine. Each check that fails calls `finding CODE WHAT REMEDY`
# and is false.

check_user_namespaces() {
  if [ "$(cat /proc/sys/user/max_user_namespaces 2>/dev/null)" = 0 ]; then
    finding USER_NAMESPACES_NONE 'the host allows no user namespaces (user.max_user_namespaces is 0)' 'on the host: sysctl -w user.max_user_namespaces=28633'
  elif [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null)" = 0 ] && [ "$(id -u)" -ne 0 ]; then
    finding USER_NAMESPACES_ROOT_ONLY 'the host keeps user namespaces to root (kernel.unprivileged_userns_clone is 0)' \
      'on the host: sysctl -w kernel.unprivileged_userns_clone=1'
  elif ! unshare --user --map-root-user true 2>/dev/null; then
    finding USER_NAMESPACES_REFUSED 'this container may not make user namespaces: its seccomp or AppArmor profile forbids it' \
      'let devcontainer.json have "securityOpt": ["seccomp=unconfined", "apparmor=unconfined"]; on Ubuntu hosts also: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'
  else
    return 0
  fi
  return 1
}

check_proc() {
  if unshare --user --map-root-user --mount --pid --fork mount -t proc proc /proc 2>/dev/null; then return 0; fi
  finding PROC_MASKED 'this container may not mount /proc anew: parts of its own are masked' \
    'let devcontainer.json have "securityOpt": ["systempaths=unconfined"] (with Podman on the host: "unmask=all")'
  return 1
}

# True where program $1 hands a new user namespace the first range that the file $2 has for $user, beside the user's own id $3.
maps_ids() {
  range=$(awk -F: -v user="$user" '$1 == user { print $2, $3; exit }' "$2")
  unshare --user sleep 5 &
  child=$!
  ticks=0
  # For a moment that process still belongs to this namespace.
  while [ "$(readlink "/proc/$child/ns/user")" = "$(readlink /proc/self/ns/user)" ] && [ "$ticks" -lt 100 ]; do
    sleep 0.01
    ticks=$((ticks + 1))
  done
  # shellcheck disable=SC2086 # first id and count: the words are wanted
  "$1" "$child" 0 "$3" 1 1 $range 2>/dev/null
  verdict=$?
  kill "$child"
  return "$verdict"
}

check_subordinate_ids() {
  user=$(id -un 2>/dev/null || id -u)
  if ! grep -q "^$user:" /etc/subuid || ! grep -q "^$user:" /etc/subgid; then
    finding SUBORDINATE_IDS "user $user has no subordinate ids" "as root: echo $user:100000:65536 | tee -a /etc/subuid >>/etc/subgid"
  elif [ "$(id -u)" -ne 0 ] && grep -q '^NoNewPrivs:[[:space:]]*1' /proc/self/status; then
    finding NO_NEW_PRIVILEGES 'newuidmap can do nothing: the container runs with no-new-privileges' 'take that from runArgs or securityOpt'
  elif ! maps_ids newuidmap /etc/subuid "$(id -u)" || ! maps_ids newgidmap /etc/subgid "$(id -g)"; then
    finding ID_MAP "newuidmap or newgidmap cannot give user $user the ids in /etc/subuid and /etc/subgid" \
      'the ids have to exist here, see /proc/self/uid_map; the programs need: setcap cap_setuid+ep newuidmap; setcap cap_setgid+ep newgidmap'
  else
    return 0
  fi
  return 1
}


finding() { printf '%s: %s\n%s\n' "$1" "$2" "$3"; }

# shellcheck source=/dev/null # beside this file
. "$home/place.sh"

check_user_namespaces && check_proc && check_subordinate_ids && check_place
