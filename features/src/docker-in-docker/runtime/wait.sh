# dind wait [SECONDS]: returns when the Docker daemon answers. Exit code 1 if it failed to start, 3 if it took too long.
# This is the Feature's lifecycle hook: the tool runs it after the container has started, before the user's own hooks.
ticks=$((${1:-$start_timeout} * 50))
read_state
while [ "$state" != ready ] && [ "$state" != failed ] && [ "$ticks" -gt 0 ]; do
  sleep 0.02
  ticks=$((ticks - 1))
  read_state
done
case $state in
  ready)
    if [ -w "$socket" ]; then
      daemon_answers 60 || fail 'the Docker daemon was ready but does not answer now' 'see: dind logs'
    else
      warn "user '$(id -un 2>/dev/null || id -u)' may not use $socket" 'add the user to group docker'
    fi
    ;;
  failed)
    {
      read -r state
      while read -r line; do printf 'docker-in-docker: %s\n' "$line"; done
    } <"$run/state" >&2
    exit 1
    ;;
  *)
    printf 'docker-in-docker: error: the Docker daemon is not ready (%s)\n' "${state:-never started: was the entrypoint run?}" >&2
    exit 3
    ;;
esac
