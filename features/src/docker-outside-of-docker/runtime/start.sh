# dood start: finds the host's engine and lets group docker use it. Exit code 0 then, 1 with a sentence otherwise.
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
  for old in /run/docker-outside-of-docker/*; do
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


# Prints the sockets that an engine of the host's may have, in the order in which they are asked. The first two are Docker Desktop's;
# what lies under user/ belongs to engines without root.
candidates() {
  if [ "$socket_path" != auto ]; then
    echo "$socket_path"
    return 0
  fi
  printf '%s\n' "$host" "$host/host-services/docker.proxy.sock" "$host/docker.sock" "$host"/user/*/docker.sock \
    "$host/podman/podman.sock" "$host"/user/*/podman/podman.sock /var/run/docker-host.sock
}

# Sets $engine to the socket whose engine answers; of several, that of the engine which runs this container. What does not answer goes
# into $silent: a socket may be left of an engine that is no more, or be closed to this container.
find_engine() {
  engine=
  silent=
  for socket in $(candidates); do
    if [ ! -S "$socket" ]; then continue; fi
    if ! daemon_answers 5; then
      silent="$silent ${socket#"$host/"}"
    elif plain_docker container inspect "$(own_id)" >/dev/null 2>&1; then
      engine=$socket
      break
    else
      engine=${engine:-$socket}
    fi
  done
  socket=/var/run/docker.sock
  [ -n "$engine" ]
}

explain_missing_engine() {
  if [ -n "$silent" ]; then
    give_up "no engine of the host's answers; there is$silent" 'start the engine on the host, then: dood start'
  fi
  case ${CODESPACES-} in
    true) give_up 'Codespaces mounts nothing of its host but /var/run/docker.sock' "put that into \"mounts\" of devcontainer.json, with the target $host" ;;
  esac
  give_up 'the host has no socket of an engine where this Feature looks' \
    "on the host, set DOCKER_OUTSIDE_OF_DOCKER to the socket or its folder and rebuild; or mount it at $host by devcontainer.json" \
    'where there is no engine to share, docker-in-docker brings its own'
}

group_id() { sed -n 's/^docker:[^:]*:\([0-9]*\):.*/\1/p' /etc/group; }

# True where group docker may be given the socket's own group: not root's, not another group's, and the socket lets its group write.
may_share_group() {
  gid=$(stat -L -c %g "$engine")
  case $gid/$(stat -L -c %a "$engine") in 0/* | *[0-5]?) return 1 ;; esac
  case $engine in "$host"/user/*) return 1 ;; esac
  ! grep -v '^docker:' /etc/group | grep -q "^[^:]*:[^:]*:$gid:"
}

# Settles option proxy: a group whose number changes now reaches only those who log in later, so auto takes that way only if nothing
# has to change; and nobody needs a way where group docker is empty.
choose_proxy() {
  if [ "$read_only" = true ]; then proxy=socat; fi
  case $proxy in
    group) may_share_group || give_up "option proxy is group, and $engine has no group that docker could be" 'set proxy to auto or socat' ;;
    auto)
      if ! grep -q '^docker:[^:]*:[^:]*:.' /etc/group; then
        proxy=none
      elif may_share_group && [ "$gid" = "$(group_id)" ]; then
        proxy=group
      else
        proxy=socat
      fi
      ;;
  esac
}

share_group() {
  if [ "$gid" != "$(group_id)" ]; then
    groupmod --gid "$gid" docker || give_up "group docker could not become $gid, the socket's group" 'set proxy to socat'
  fi
  chgrp docker "${host%/*}"
  chmod 0710 "${host%/*}"
}

# socat ends half a second after one side has finished unless it is told otherwise (-t), and `docker run -i` finishes its side long
# before the container has answered.
start_proxy() {
  command -v socat >/dev/null 2>&1 || give_up 'there is no socat in this container' 'set option proxy to auto or socat and rebuild'
  upstream=UNIX-CONNECT:$engine
  if [ "$read_only" = true ]; then upstream=EXEC:$home/read-only-filter,setsid; fi
  umask 0117
  ENGINE=$engine socat -t 86400 "UNIX-LISTEN:$run/docker.sock,fork,backlog=128,group=docker,mode=0660" "$upstream" 2>"$run/proxy.log" </dev/null &
  umask 022
  echo $! >"$run/proxy.pid"
  await_socket "$run/docker.sock" proxy || give_up 'the proxy of the socket did not come up' "$(cat "$run/proxy.log")"
}

stop_proxy() {
  if read_pid "$run/proxy.pid" && process_is "$pid" socat; then kill "$pid"; fi
  rm -f "$run/docker.sock" "$run/proxy.pid"
}

# /var/run/docker.sock becomes a link to $1. A link is replaced in one step; what is no link is somebody else's.
link_socket() {
  if [ -e "$socket" ] && [ ! -L "$socket" ]; then
    give_up "$socket is there already and no link, so it is somebody else's" "mount the host's socket at $host instead, or name it in option socketPath"
  fi
  rm -f "$socket.new"
  { ln -s "$1" "$socket.new" && mv -f "$socket.new" "$socket"; } || give_up "$socket could not be made" 'let /run be writable'
}

[ "$(id -u)" -eq 0 ] || fail 'only root may make /var/run/docker.sock' 'run it as root: sudo dood start'
begin_start
set_state starting
stop_proxy
chmod 0700 "${host%/*}"
find_engine || explain_missing_engine
choose_proxy
target=$engine
case $proxy in
  group) share_group ;;
  socat)
    start_proxy
    target=$run/docker.sock
    ;;
esac
link_socket "$target"
echo "$engine" >"$run/engine"
end_start
