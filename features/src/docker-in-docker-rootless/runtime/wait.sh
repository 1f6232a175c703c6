# dind wait [SECONDS]: returns when the Docker daemon answers.
not_allowed="it is $owner's"
# The hook of a Feature with a daemon. $not_allowed says why a user may not use a socket that is ready.
thing='the Docker daemon'
confirm_ready() {
  if [ ! -w "$socket" ]; then
    warn "the Docker daemon is ready, but user $(id -un) may not use $socket: $not_allowed"
  elif ! daemon_answers 60; then
    fail 'the Docker daemon was ready but does not answer now' 'see: dind logs'
  fi
}

# Returns when $thing is ready, or after as many seconds as the first argument says. Exit code 1 if it cannot be, 3 if it took too long.
# This is the Feature's lifecycle hook. `confirm_ready` asks once more, for the tool may come long after the start.
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
    while read -r line; do printf 'docker-in-docker-rootless: %s\n' "$line"; done
  } <"$run/state" >&2
}


start_unless_begun
await_outcome "$patience" || :
case $state in
  ready) confirm_ready ;;
  failed)
    tell_failure
    exit 1
    ;;
  *)
    printf 'docker-in-docker-rootless: error: %s is not ready (%s)\n' "$thing" "${state:-never started: was the entrypoint run?}" >&2
    exit 3
    ;;
esac
