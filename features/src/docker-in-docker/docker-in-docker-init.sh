#!/bin/sh
# Entrypoint of the Feature. The devcontainers CLI pastes this file's path as one line into PID 1's shell, without arguments, ahead
# of the other Features' entrypoints and of the container's own command: it must neither take time nor fail.
# So it starts `dind start` in a session of its own and returns; `dind wait`, a lifecycle hook, is where somebody waits.
home=/usr/local/share/docker-in-docker
dind=$home/dind
# shellcheck source=/dev/null # written by install.sh
. "$home/config.sh"
startup=${startup-background}

# Option startup: with "wait" the container's command comes after the daemon.
finish() { if [ "$startup" = wait ]; then wait $!; fi; }

detach=
if command -v setsid >/dev/null 2>&1; then detach=setsid; fi

if [ "$(id -u)" -eq 0 ]; then
  $detach "$dind" start </dev/null &
  finish
elif command -v sudo >/dev/null 2>&1; then
  # install.sh allows this to group docker; -n never asks for a password.
  $detach sudo -n --preserve-env=HTTP_PROXY,HTTPS_PROXY,NO_PROXY,http_proxy,https_proxy,no_proxy "$dind" start </dev/null &
  finish
else
  echo "docker-in-docker: the container runs as uid $(id -u) and has no sudo, so the Docker daemon was not started" >&2
fi

if [ $# -gt 0 ]; then exec "$@"; fi
