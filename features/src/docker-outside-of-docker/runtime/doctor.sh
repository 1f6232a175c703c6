# dood doctor: looks for what commonly goes wrong.
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


# Without a proxy the link leads into the host's /run, which is closed to users.
closed_to_user() {
  case $(id -u)/$(readlink "$socket") in 0/*) return 1 ;; *"/$host"*) ! [ -S "$socket" ] ;; *) return 1 ;; esac
}

read_state
if [ "$state" != ready ]; then
  finding NO_ENGINE "no engine of the host's was found (${state:-never started})" "$(sed -n '2,$p' "$run/state" 2>/dev/null | tr '\n' ' '); then: sudo dood start"
elif [ ! -L "$socket" ]; then
  finding SOCKET_TAKEN "$socket is not this Feature's link" 'remove what makes it, or use one of the two Features'
elif closed_to_user; then
  finding PERMISSION_DENIED "only root may use $socket" 'put the user into group docker, let option proxy be auto and rebuild'
elif [ ! -S "$socket" ]; then
  finding PROXY_DOWN "$socket leads to nothing" 'the proxy, or the host'"'"'s engine, has gone; start again: sudo dood start'
elif [ ! -w "$socket" ]; then
  finding PERMISSION_DENIED "user $(id -u) may not use $socket" 'put the user into group docker and log in again, or use sudo'
elif ! daemon_answers 10; then
  finding ENGINE_SILENT 'the engine does not answer within ten seconds' 'see whether it runs on the host; then: sudo dood start'
elif ! plain_docker container inspect "$(own_id)" >/dev/null 2>&1; then
  finding OTHER_ENGINE 'the engine that answers is not the one that runs this container' 'name the socket in option socketPath; bind mounts lead elsewhere'
fi

if [ -n "${DOCKER_HOST-}" ] && [ "$DOCKER_HOST" != "unix://$socket" ]; then
  finding DOCKER_HOST_SET "DOCKER_HOST is $DOCKER_HOST, so the client does not use $socket" 'unset DOCKER_HOST, or use the Feature docker-client'
fi
if [ "$read_only" = true ] && [ "$(id -u)" -eq 0 ]; then
  finding READ_ONLY_ROOT 'root can go around readOnly, by the socket behind the filter' 'set remoteUser to a user who is not root'
fi
check_login_helper
conclude
