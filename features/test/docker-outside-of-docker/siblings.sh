# shellcheck shell=bash
# Containers beside this one, on the host's engine, from this container's own image: no registry is asked.
self=$(sed -n 's#.*containers/\([0-9a-f]\{64\}\)/.*#\1#p' /proc/self/mountinfo | head -n 1)
image=$(docker container inspect --format '{{.Image}}' "$self")

# sibling [OPTION…] PROGRAM [ARGUMENT]: options are words that begin with "-" and have one value each.
sibling() {
  options=()
  while [[ $1 == -* ]]; do
    options+=("$1" "$2")
    shift 2
  done
  docker run --rm --network none "${options[@]}" --entrypoint "$1" "$image" "${@:2}"
}
