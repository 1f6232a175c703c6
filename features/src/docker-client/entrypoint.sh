#!/bin/sh
# The Feature's entrypoint: runs the verb start in the background.
command=/usr/local/share/docker-client/docker-client
kept=

# The tool pastes an entrypoint's path as one line into PID 1's shell, without arguments, ahead of the other Features' entrypoints and
# of the container's own command: it must neither take time nor fail. So this starts "$command start" in a session of its own, as root
# or by sudo, with the variables in $kept, and goes on; the verb `wait`, a lifecycle hook, is where somebody waits.
launch() {
  detach=
  if command -v setsid >/dev/null 2>&1; then detach=setsid; fi
  if [ "$(id -u)" -eq 0 ]; then
    $detach "$command" start </dev/null &
  elif command -v sudo >/dev/null 2>&1; then
    # install.sh allows this to group docker; -n never asks for a password.
    $detach sudo -n ${kept:+--preserve-env=$kept} "$command" start </dev/null &
  else
    echo "docker-client: the container runs as uid $(id -u) and has no sudo, so nobody could run: ${command##*/} start" >&2
    return 1
  fi
}

launch
if [ $# -gt 0 ]; then exec "$@"; fi
exit 0
