# dind doctor: looks for what commonly goes wrong.
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


lack=$(as_user "$owner" "$home/dind" check) || finding "${lack%%:*}" "$(echo "${lack#*: }" | head -n 1)" "$(echo "$lack" | tail -n 1)"
daemon_runs() { owned_lives rootlesskit; }
check_daemon "it is $owner's: work as that user, or as root" \
  'keep the volume on /var/lib/docker-in-docker-rootless, or give the container /dev/fuse and set storageDriver to fuse-overlayfs' ''
check_login_helper
check_disk_space "${data_root%/*}" 'docker system prune --all --volumes' || :
conclude
