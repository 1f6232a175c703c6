# How layers are stored (containers-storage.conf(5)).

# True where the kernel stacks an overlay on the file system of folder $1, for whoever builds or runs there; the other arguments are
# the `unshare` that says how.
overlay_works() {
  scratch=$(mktemp -d "$1/probe.XXXXXX") || return 1
  shift
  mkdir "$scratch/lower" "$scratch/upper" "$scratch/work" "$scratch/merged"
  "$@" mount -t overlay overlay -o "lowerdir=$scratch/lower,upperdir=$scratch/upper,workdir=$scratch/work,userxattr" "$scratch/merged" 2>/dev/null
  verdict=$?
  rm -rf "$scratch"
  return "$verdict"
}

# Sets $driver: option storageDriver, $1, or with auto the best that can be had in folder $2; the others as above.
choose_driver() {
  driver=$1
  shift
  if [ "$driver" != auto ]; then return 0; fi
  if overlay_works "$@"; then
    driver=overlay
  elif [ -w /dev/fuse ]; then
    driver=fuse-overlayfs
  else
    driver=vfs
  fi
}


choose_storage() {
  if is_rootful; then
    choose_driver "$storage_driver" "$storage/users" unshare --mount
  else
    choose_driver "$storage_driver" "$storage/users" unshare --user --map-root-user --mount
  fi
}

# Writes the file $1; $2 is where the layers of whoever reads it go.
write_storage() {
  {
    echo "$mark"
    printf '[storage]\ndriver = "%s"\n' "$(echo "$driver" | sed s/fuse-overlayfs/overlay/)"
    printf '%s\n' "$2"
    if [ "$driver" = fuse-overlayfs ]; then printf '[storage.options.overlay]\nmount_program = "/usr/bin/fuse-overlayfs"\n'; fi
  } >"$1"
}
