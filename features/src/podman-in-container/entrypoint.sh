# The Feature's entrypoint, sourced by the shell that the devcontainers CLI makes PID 1 (with "init", the child of PID 1): so it can
# stop what runs inside before that shell ends at SIGTERM. It must neither take time nor exit, nor touch "$@".
setsid /usr/local/share/podman-in-container/pinc start </dev/null &
trap '/usr/local/share/podman-in-container/pinc stop; exit 0' 15
