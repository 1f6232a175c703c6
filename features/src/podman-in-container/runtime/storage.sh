# How layers are stored (containers-storage.conf(5)).

# True where the kernel stacks an overlay on the storage's file system, for whoever runs podman here.
overlay_works() {
  scratch=$(mktemp -d "$storage/users/probe.XXXXXX") || return 1
  mkdir "$scratch/lower" "$scratch/upper" "$scratch/work" "$scratch/merged"
  stack=lowerdir=$scratch/lower,upperdir=$scratch/upper,workdir=$scratch/work
  if is_rootful; then
    unshare --mount mount -t overlay overlay -o "$stack" "$scratch/merged" 2>/dev/null
  else
    unshare --user --map-root-user --mount mount -t overlay overlay -o "$stack,userxattr" "$scratch/merged" 2>/dev/null
  fi
  verdict=$?
  rm -rf "$scratch"
  return "$verdict"
}

choose_storage() {
  case $storage_driver in
    auto)
      if overlay_works; then
        driver=overlay
      elif [ -w /dev/fuse ]; then
        driver=fuse-overlayfs
      else
        driver=vfs
      fi
      ;;
    *) driver=$storage_driver ;;
  esac
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
