# dind wait [SECONDS]: returns when the Docker daemon answers. Exit code 1 if it failed to start, 3 if it took too long.
# This is the Feature's lifecycle hook: the tool runs it after the container has started, before the user's own hooks.
patience=${1:-$start_timeout}

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

# Runs the verb `start` with these arguments, where this user may.
# shellcheck disable=SC2120 # most Features have none to give
start_here() {
  if [ "$(id -u)" -eq 0 ]; then
    "$0" start "$@" || :
  elif command -v sudo >/dev/null 2>&1; then
    sudo -n "$0" start "$@" || :
  fi
}

# Some tools never run an entrypoint. Five seconds without a record, and whoever may start does it here.
# shellcheck disable=SC2119 # without arguments the verb has its own patience
start_unless_begun() { await_outcome 5 || [ -n "$state" ] || start_here; }

# Prints why the start failed.
tell_failure() {
  {
    read -r state
    while read -r line; do printf 'docker-in-docker: %s\n' "$line"; done
  } <"$run/state" >&2
}

start_unless_begun
await_outcome "$patience" || :
case $state in
  ready)
    if [ -w "$socket" ]; then
      daemon_answers 60 || fail 'the Docker daemon was ready but does not answer now' 'see: dind logs'
    else
      warn "the Docker daemon is ready, but user $(id -u) may not use $socket: it is not in group docker"
    fi
    ;;
  failed)
    tell_failure
    exit 1
    ;;
  *)
    printf 'docker-in-docker: error: the Docker daemon is not ready (%s)\n' "${state:-never started: was the entrypoint run as root or with sudo?}" >&2
    exit 3
    ;;
esac
