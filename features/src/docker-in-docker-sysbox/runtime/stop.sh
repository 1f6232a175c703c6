# dind stop: asks the daemon to stop, which stops its containers, and waits until it has gone.
# shellcheck source=/dev/null # beside this file
. "$home/engine.sh"

[ "$(id -u)" -eq 0 ] || fail 'the Docker daemon is stopped by root' 'run it as root: sudo dind stop'
if ! read_pid /run/docker.pid || ! process_is "$pid" dockerd; then
  say 'the Docker daemon does not run'
  exit 0
fi
dockerd_pid=$pid
containerd_pid=
if read_pid "$run/containerd.pid" && process_is "$pid" containerd; then containerd_pid=$pid; fi
stop_engine
set_state stopped
say 'the Docker daemon has stopped'
