#!/bin/sh
# Runs in new namespaces (unshare): makes the folder $1 the whole file system and runs the rest of the line in it. The host's
# programs and libraries are there read-only below /.host; nothing else of the host is.
set -eu
root=$1
shift
mount --make-rprivate /
mount --bind "$root" "$root"
for folder in usr bin sbin lib lib64; do
  if [ -d "/$folder" ] && [ ! -L "/$folder" ]; then
    mkdir -p "$root/.host/$folder"
    mount --rbind "/$folder" "$root/.host/$folder"
    mount -o remount,bind,ro "$root/.host/$folder"
  fi
done
mount -t proc proc "$root/proc"
for device in null zero full random urandom tty; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir -p "$root/.old"
cd "$root"
pivot_root . .old
cd /
export PATH=/.host/usr/bin:/.host/usr/sbin:/.host/bin:/.host/sbin
umount -l /.old
cd /tmp/feature
exec "$@"
