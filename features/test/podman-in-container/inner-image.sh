client=podman
# Images for tests, made of what this container has: no registry is asked. $client is the program that imports and builds them.
client=${client-docker}

# Prints the path of a folder that holds the programs named, the libraries they load, and nothing else.
inner_rootfs() {
  rootfs=$(mktemp -d)
  mkdir -p "$rootfs/bin" "$rootfs/tmp" "$rootfs/etc"
  for program in "$@"; do
    path=$(command -v "$program")
    cp -L "$path" "$rootfs/bin/$program"
    ldd "$path" | grep -o '/[^ ]*' | while read -r library; do
      mkdir -p "$rootfs$(dirname "$library")"
      cp -L "$library" "$rootfs$library"
    done
  done
  printf '%s' "$rootfs"
}

# Imports such a folder as the image $1; the other arguments are programs.
import_inner() {
  name=$1
  shift
  rootfs=$(inner_rootfs "$@")
  tar -C "$rootfs" -c . | "$client" import - "$name" >/dev/null
  rm -rf "$rootfs"
}

# Builds the image $2 on the image $1: its command prints a line that was written while building.
build_greeting() {
  printf '%s\n' "FROM $1" 'RUN ["/bin/sh", "-c", "echo hello from inside >/greeting"]' 'CMD ["/bin/cat", "/greeting"]' \
    | "$client" build -q -t "$2" - >/dev/null
}
