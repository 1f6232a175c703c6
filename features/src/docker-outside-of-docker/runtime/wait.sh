# dood wait: returns when the start has ended. This is the Feature's lifecycle hook, and a host without an engine is no reason to
# take a person's container away, so it says what is missing and ends with 0 all the same; `dood status` tells by its exit code.
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
    while read -r line; do printf 'docker-outside-of-docker: %s\n' "$line"; done
  } <"$run/state" >&2
}


start_unless_begun
await_outcome 60 || :
case $state in
  ready) ;;
  failed) tell_failure ;;
  *) warn "$socket was not made (${state:-never started: was the entrypoint run as root or with sudo?})" ;;
esac
