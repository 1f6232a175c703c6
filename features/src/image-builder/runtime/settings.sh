# How buildah is run here: its layers on the volume, apart for each user, and no namespace but the user's.
# Devices that are everybody's on a usual host; runArgs bring them into a container as root's alone.
open_devices() {
  for device in /dev/fuse /dev/net/tun; do
    if [ ! -c "$device" ]; then continue; fi
    if [ "$(id -u)" -eq 0 ]; then
      chmod 0666 "$device"
    elif [ ! -w "$device" ] && command -v sudo >/dev/null 2>&1; then
      # install.sh allows just this, with just these words.
      sudo -n /usr/bin/chmod 0666 "$device" || :
    fi
  done
}

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


open_devices
choose_driver "$storage_driver" "$storage" unshare --user --map-root-user --mount
layers=$storage/$(id -u)
# RUN steps in a mere chroot: a container of their own would need a /proc that may be mounted, and a network.
export BUILDAH_ISOLATION=chroot
run_buildah() {
  if [ "$driver" = fuse-overlayfs ]; then
    buildah --root "$layers" --runroot "/tmp/image-builder-$(id -u)" --storage-driver overlay --storage-opt overlay.mount_program=/usr/bin/fuse-overlayfs "$@"
  else
    buildah --root "$layers" --runroot "/tmp/image-builder-$(id -u)" --storage-driver "$driver" "$@"
  fi
}
