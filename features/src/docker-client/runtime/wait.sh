# docker-client wait [SECONDS]: makes the context and returns when the daemon answers. Exit code 1 with a sentence if there are no
# certificates or no daemon in that time; with 0 seconds it only makes the context. This is the Feature's lifecycle hook.
# Looks at the record fifty times a second until it tells how the start ended; false when $1 seconds are over.
# Loading images has no limit: how long that takes is not for this script to say.
await_outcome() {
  ticks=$(($1 * 50))
  while [ "$ticks" -gt 0 ]; do
    read_state
    case $state in
      ready | failed | stopped) return 0 ;;
      loading) ;;
      *) ticks=$((ticks - 1)) ;;
    esac
    sleep 0.02
  done
  return 1
}

# Runs the verb `start` with these arguments, where this user may: with an $owner it takes no rights, else root's.
# shellcheck disable=SC2120 # most Features have none to give
start_here() {
  if [ "$(id -u)" -eq 0 ] || [ -n "$owner" ]; then
    "$0" start "$@" || :
  elif command -v sudo >/dev/null 2>&1; then
    sudo -n "$0" start "$@" || :
  else
    warn "user $(id -un) is not root and has no sudo, so nobody runs: ${0##*/} start"
  fi
}

# Some tools never run an entrypoint. Five seconds without a record, and whoever may start does it here.
# shellcheck disable=SC2119 # without arguments the verb has its own patience
start_unless_begun() { await_outcome 5 || [ -n "$state" ] || start_here; }

# Prints why the start failed.
tell_failure() {
  {
    read -r state
    while read -r line; do printf 'docker-client: %s\n' "$line"; done
  } <"$run/state" >&2
}

patience=${1:-$wait_seconds}

answers() { remote_docker version >/dev/null 2>&1; }

# A context is the client's own way to remember a daemon; it copies the pair. One that the person chose stays chosen.
make_context() {
  if [ -n "${DOCKER_HOST-}" ]; then return 0; fi
  endpoint=host=$host
  if uses_tls; then
    folder=$(certificate_folder)
    endpoint="$endpoint,ca=$folder/ca.pem,cert=$folder/cert.pem,key=$folder/key.pem"
  fi
  verb=create
  if docker context inspect "$context" >/dev/null 2>&1; then verb=update; fi
  said=$(docker context "$verb" "$context" --docker "$endpoint" 2>&1) || fail "the context $context could not be made" "$said"
  # `docker context show` is newer than Debian 12's client.
  case $(docker context inspect --format '{{.Name}}' 2>/dev/null) in
    default | '') docker context use "$context" >/dev/null 2>&1 ;;
  esac
}

if uses_tls && [ -z "${DOCKER_CERT_PATH-}" ]; then
  start_unless_begun
  await_outcome "$((wait_seconds + 5))" || :
  # The entrypoint may have given up before the daemon was there.
  if [ "$state" = failed ] && [ "$patience" -gt 0 ]; then
    start_here "$patience"
    read_state
  fi
  if [ "$state" != ready ]; then
    if [ "$state" = failed ]; then tell_failure; fi
    if [ "$patience" -eq 0 ]; then exit 0; fi
    fail "the connection to $host has no certificates (${state:-never started: was the entrypoint run as root or with sudo?})" \
      'when the daemon is there: sudo docker-client start, then docker-client wait'
  fi
fi
make_context
if [ "$patience" -gt 0 ] && ! patiently answers "$patience"; then
  fail "no daemon answers at $host within $patience seconds" "$(remote_docker version 2>&1 >/dev/null | tail -n 1)" 'see: docker-client doctor'
fi
