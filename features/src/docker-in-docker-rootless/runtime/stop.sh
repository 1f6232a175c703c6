# dind stop: asks the daemon to stop, which stops its containers, and waits until it has gone.
if ! owned_lives rootlesskit; then
  say 'the Docker daemon does not run'
  exit 0
fi
launcher=$pid
# dockerd, and not rootlesskit: when the one has gone the other goes.
if ! read_pid "$run/state-of-daemon/docker.pid" || ! kill "$pid" 2>/dev/null; then
  kill "$launcher" 2>/dev/null || fail "user $(id -un) may not stop the Docker daemon, which is $owner's" 'ask as that user, or as root'
fi
await_end "$launcher"
set_state stopped
say 'the Docker daemon has stopped'
