#!/bin/sh
# Installs a Docker engine and what starts it in this container. Written for dash, busybox ash and bash.
set -eu

# Options. The tool sets them in the environment, in upper case; a default here serves a person who runs this script by hand.
SOURCE="${SOURCE-distro}"
LOGLEVEL="${LOGLEVEL-info}"


# Messages. Every line carries the Feature's id, because a build log holds many Features.
say() { printf '%s: %s\n' 'docker-in-docker' "$*"; }
warn() { printf '%s: warning: %s\n' 'docker-in-docker' "$*" >&2; }

# Ends the script with exit code 1. Each argument is a line: what is wrong first, the way out last.
fail() {
  printf '%s: error: %s\n' 'docker-in-docker' "$1" >&2
  shift
  for line in "$@"; do printf '%s:        %s\n' 'docker-in-docker' "$line" >&2; done
  exit 1
}


# What this image is. os-release(5) is read in a subshell: it sets VERSION, which is also the name of an option.
os_release() {
  # shellcheck source=/dev/null # the file belongs to the image
  (. /etc/os-release 2>/dev/null && eval "printf '%s' \"\${$1-}\"")
}

# Sets os_id, os_name and os_family: debian, alpine, rhel, suse, arch, or empty where the family is unknown.
# Derivatives (Mint, Pop!_OS, Rocky …) are recognised by the words of ID_LIKE.
detect_os() {
  os_id=$(os_release ID)
  os_name=$(os_release PRETTY_NAME)
  os_family=
  for word in $os_id $(os_release ID_LIKE); do
    case $word in
      debian | ubuntu) os_family=debian ;;
      alpine) os_family=alpine ;;
      fedora | rhel | centos | azurelinux | mariner) os_family=rhel ;;
      suse | opensuse | opensuse-* | sles) os_family=suse ;;
      arch | archlinux) os_family=arch ;;
      *) continue ;;
    esac
    break
  done
}

# Sets machine to the kernel's name of the architecture that the image's own packages are built for:
# a 32-bit image on a 64-bit kernel answers differently to uname.
detect_machine() {
  if command -v dpkg >/dev/null 2>&1; then
    machine=$(dpkg --print-architecture)
  elif command -v apk >/dev/null 2>&1; then
    machine=$(apk --print-arch)
  else
    machine=$(uname -m)
  fi
  case $machine in
    amd64 | x86_64) machine=x86_64 ;;
    arm64 | aarch64) machine=aarch64 ;;
    armhf | armv7 | armv7l) machine=armhf ;;
    armel | armv6 | armv6l) machine=armel ;;
  esac
}


# Packages of the distribution, in its own names.
# $packages is the list to install; add_package adds to it, install_packages installs all in one transaction.
packages=

add_package() { packages="$packages $*"; }

# The version of package $1 that the package lists offer; empty where there is none.
apt_candidate() {
  apt-cache policy "$1" 2>/dev/null | while read -r key value; do
    if [ "$key" = Candidate: ] && [ "$value" != '(none)' ]; then printf '%s' "$value"; fi
  done
}

# Fetches the package lists. Lists that the image brought along stay; ours are removed on every way out.
update_packages() {
  case $os_family in
    debian)
      export DEBIAN_FRONTEND=noninteractive
      trap 'apt-get clean; rm -rf /var/lib/apt/lists/*' EXIT
      apt-get update -q
      ;;
  esac
}

install_packages() {
  # shellcheck disable=SC2086 # a list of names: the words are wanted
  case $os_family in
    debian) apt-get install -q -y --no-install-recommends $packages ;;
  esac
}


# Users and groups. The tool names the users in _REMOTE_USER and _CONTAINER_USER
# (https://containers.dev/implementors/features/#user-env-var); both may be root, a bare uid, or not there yet.

# Makes the system group $1 where it is missing.
ensure_group() {
  if grep -q "^$1:" /etc/group; then return 0; fi
  if command -v groupadd >/dev/null 2>&1; then
    groupadd --system "$1"
  else
    addgroup -S "$1"
  fi
}

# Puts the user $1 into the group $2. A user whom /etc/passwd does not know cannot be in a group: that is said, not fatal.
ensure_member() {
  if ! grep -q "^$1:" /etc/passwd; then
    warn "user '$1' is not in /etc/passwd, so it could not be put into group '$2'"
    return 0
  fi
  case " $(id -nG "$1") " in *" $2 "*) return 0 ;; esac
  if command -v usermod >/dev/null 2>&1; then
    usermod -aG "$2" "$1"
  else
    addgroup "$1" "$2"
  fi
}

# Lets the users of this container use what belongs to group $1.
grant_group() {
  ensure_group "$1"
  for user in "${_REMOTE_USER-}" "${_CONTAINER_USER-}"; do
    case $user in
      '' | root | 0) ;;
      *) ensure_member "$user" "$1" ;;
    esac
  done
}


home=/usr/local/share/docker-in-docker
here=$(dirname -- "$0")

# The Docker engine and its client, as packages of the distribution.

# Adds to the list what makes an engine of this distribution whole: Debian split the client from docker.io after bookworm, and
# its docker-compose was a Python program of version 1 until then. What counts is what the package lists offer, not a codename.
choose_engine_packages() {
  case $os_family in
    debian)
      [ -n "$(apt_candidate docker.io)" ] || fail "$os_name offers no package docker.io" 'are its package lists reachable?'
      add_package docker.io
      for package in docker-cli docker-buildx; do
        if [ -n "$(apt_candidate "$package")" ]; then add_package "$package"; fi
      done
      compose=$(apt_candidate docker-compose)
      if [ -n "$compose" ] && dpkg --compare-versions "$compose" ge 2; then add_package docker-compose; fi
      # Not drawn in by docker.io: certificates for registries, `docker top` (ps), archives (xz), mounting.
      add_package ca-certificates iptables procps xz-utils mount
      ;;
    *)
      fail "${os_name:-this image} is not supported yet: its os-release(5) names neither Debian nor Ubuntu" \
        'choose a base image of the Debian family'
      ;;
  esac
}

# podman-docker puts a `docker` on the PATH that is not Docker.
is_podman_shim() { docker --version 2>/dev/null | grep -qi podman; }

# Installs the engine, unless the image brought one along.
install_engine() {
  if is_podman_shim; then
    fail "the image's docker is podman in disguise (package podman-docker)" 'remove that package, or use a podman Feature'
  fi
  if command -v dockerd >/dev/null 2>&1 && command -v docker >/dev/null 2>&1; then
    say "the image has an engine already: $(dockerd --version)"
    return 0
  fi
  update_packages
  choose_engine_packages
  install_packages
}


# The options exist only now; the daemon starts later. What it needs is written down.
write_configuration() {
  cat >"$home/config.sh" <<CONFIG
# Written by install.sh of the Feature docker-in-docker 1.0.0.
state_dir=/var/lib/docker-in-docker
data_root=/var/lib/docker
start_timeout=60
CONFIG
  printf '{"log-level":"%s"}\n' "$LOGLEVEL" >"$home/daemon.json"
}

install_runtime() {
  mkdir -p "$home" /var/lib/docker-in-docker
  for file in dind docker-in-docker-init.sh; do install -m 0755 "$here/$file" "$home/$file"; done
  for file in "$here"/runtime/*.sh; do install -m 0644 "$file" "$home/"; done
  write_configuration
  # docker:dind images have a program of that name, which their own entrypoint runs.
  if [ -e /usr/local/bin/dind ] && [ ! -L /usr/local/bin/dind ]; then
    warn "/usr/local/bin/dind is somebody else's; the command of this Feature is $home/dind"
  else
    ln -sf "$home/dind" /usr/local/bin/dind
  fi
}

# The entrypoint runs as the container's user. Group docker is as good as root here, so it may start and stop the daemon.
allow_start() {
  if [ ! -d /etc/sudoers.d ]; then return 0; fi
  echo "%docker ALL=(root) NOPASSWD:SETENV: $home/dind" >/etc/sudoers.d/docker-in-docker
  chmod 0440 /etc/sudoers.d/docker-in-docker
}

[ "$(id -u)" -eq 0 ] || fail 'this script installs packages, so root has to run it' 'put USER root before it, or run it with sudo'
case $LOGLEVEL in
  debug | info | warn | error | fatal) ;;
  *) fail "option logLevel is '$LOGLEVEL'" 'it takes one of: debug, info, warn, error, fatal' ;;
esac
detect_os
install_engine
install_runtime
grant_group docker
allow_start
say "installed $(dockerd --version 2>/dev/null || echo 'no engine')"
