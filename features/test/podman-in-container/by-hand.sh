# Containers that no devcontainer.json can ask for, made on the host of the case's image. Needs what a host script is given.

image=$($ENGINE inspect --format '{{.Image}}' "$CONTAINER_ID")

# Starts the container $1 with a data volume of the same name, as the devcontainers CLI would; further arguments go to `run`.
start_by_hand() {
  container=$CASE_NAME$1
  shift
  # The words are the PID 1 that the CLI writes, with one entrypoint in it.
  $ENGINE run --detach --init --label "$CASE_LABEL" --name "$container" --entrypoint /bin/sh "$@" "$image" -c '
    echo Container started
    trap "exit 0" 15
    . /usr/local/share/podman-in-container/entrypoint.sh
    exec "$@"
    while sleep 1 & wait $!; do :; done' - >/dev/null
}

in_container() { $ENGINE exec "$container" "$@"; }
