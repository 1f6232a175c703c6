# The Feature's entrypoint, sourced by the shell that the devcontainers CLI makes PID 1 (with "init", the child of PID 1). That shell
# ends at SIGTERM without a word to anybody, and the kernel kills what is left: a daemon in the middle of a write. Being sourced,
# this file can put its own trap in place of that shell's. It must not exit, nor touch "$@", and other Features share its names.
# A tool that does not source it but wants a path finds nothing to run here; then `dind wait`, the hook, starts the daemon.
/usr/local/share/docker-in-docker-sysbox/docker-in-docker-init.sh

docker_in_docker_stop() {
  if [ "$(id -u)" -eq 0 ]; then
    /usr/local/share/docker-in-docker-sysbox/dind stop
  else
    sudo -n /usr/local/share/docker-in-docker-sysbox/dind stop
  fi
}
trap 'docker_in_docker_stop; exit 0' 15
