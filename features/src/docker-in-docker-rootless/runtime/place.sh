# What the daemon needs beside namespaces; asked as its user. A check that fails has called `finding` and is false.
check_place() {
  if ! command -v rootlesskit >/dev/null 2>&1; then
    finding ROOTLESSKIT 'the program rootlesskit is gone' 'rebuild the container: install.sh installs it'
  elif [ ! -c /dev/net/tun ]; then
    finding TUN_MISSING 'there is no /dev/net/tun, and without it a daemon has no network' \
      'let devcontainer.json have "runArgs": ["--device=/dev/net/tun"], or a compose file: devices: ["/dev/net/tun"]'
  elif [ ! -w /dev/net/tun ]; then
    finding TUN_CLOSED "user $(id -un) may not use /dev/net/tun" 'let the container run as root (containerUser), and only work as that user (remoteUser)'
  elif ! mkdir -p "$data_root" 2>/dev/null || [ ! -w "$data_root" ]; then
    finding DATA_CLOSED "user $(id -un) may not write to $data_root" "as root: chown $owner ${data_root%/*}"
  else
    return 0
  fi
  return 1
}
