#!/bin/sh
# Installs the program of option package. Written for dash, busybox ash and bash.
set -eu

# Options. The tool sets them in the environment, in upper case; a default here serves a person who runs this script by hand.
PACKAGE="${PACKAGE-}"
SHA256="${SHA256-}"
COMPLETION="${COMPLETION-true}"
MANUAL="${MANUAL-true}"


# Messages. Every line carries the Feature's id, because a build log holds many Features.
say() { printf '%s: %s\n' 'featuresmith' "$*"; }
warn() { printf '%s: warning: %s\n' 'featuresmith' "$*" >&2; }

# Ends the script with exit code 1. Each argument is a line: what is wrong first, the way out last.
fail() {
  printf '%s: error: %s\n' 'featuresmith' "$1" >&2
  shift
  for line in "$@"; do printf '%s:        %s\n' 'featuresmith' "$line" >&2; done
  exit 1
}

home=/usr/local/lib/featuresmith

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


# Packages of the distribution. $packages is the list; add_package adds to it, install_packages installs all of it at once, so
# that no part drags another to a version that was not asked for.
packages=
# The packages that apt was asked about, and what it said.
asked=
offers=

add_package() { packages="$packages $*"; }

# RHEL's family has dnf, minimal images of it microdnf, Azure Linux tdnf, and what is older yum.
rpm_tool() {
  for tool in dnf microdnf tdnf yum; do
    if command -v "$tool" >/dev/null 2>&1; then
      "$tool" "$@"
      return
    fi
  done
  fail "this image has no dnf, microdnf, tdnf or yum" 'option source static, or an image with a package manager'
}

# Fetches the package lists; what was fetched is removed on every way out.
update_packages() {
  asked=
  case $os_family in
    debian)
      export DEBIAN_FRONTEND=noninteractive
      trap 'apt-get clean; rm -rf /var/lib/apt/lists/*' EXIT
      apt-get update -q || warn 'the package lists could not all be fetched'
      ;;
    suse) zypper --non-interactive refresh ;;
    arch) pacman -Sy --noconfirm ;;
  esac
}

install_packages() {
  if [ -z "$packages" ]; then return 0; fi
  # shellcheck disable=SC2086 # a list of names: the words are wanted
  case $os_family in
    debian) apt-get install -q -y --no-install-recommends --allow-downgrades --allow-change-held-packages $packages ;;
    alpine) apk add --no-cache $packages ;;
    rhel) rpm_tool install -y --setopt=install_weak_deps=False $packages ;;
    suse) zypper --non-interactive install --no-recommends $packages ;;
    arch) pacman -S --noconfirm --needed $packages ;;
  esac
  packages=
}

# Asks apt for the versions of all packages named: every question makes it read all its lists again, most of a second.
learn_offers() {
  if [ "$os_family" != debian ] || [ "$asked" = "$*" ]; then return 0; fi
  asked=$*
  offers=$(apt-cache madison "$@" 2>/dev/null) || :
}

# Prints the first of the versions on standard input that matches the request $1.
first_match() {
  while read -r version; do
    if version_matches "$version" "$1"; then
      printf '%s' "$version"
      break
    fi
  done
}

# The newest version of package $1 that matches the request $2, as the package lists name it; nothing where none does.
# apt and dnf tell all versions; elsewhere there is the one that the distribution has, which answers to "latest" alone.
offered_version() {
  case $os_family in
    debian)
      case " $asked " in *" $1 "*) ;; *) learn_offers "$1" ;; esac
      printf '%s\n' "$offers" | while IFS='| ' read -r name version _; do
        if [ "$name" = "$1" ]; then echo "$version"; fi
      done | first_match "$2"
      ;;
    alpine) if [ "$2" = latest ] && apk search -e "$1" | grep -q .; then printf 'latest'; fi ;;
    # A line such as "docker-ce.x86_64  3:27.5.1-1.fc41  docker-ce".
    rhel) rpm_tool -q list --showduplicates "$1" 2>/dev/null | awk -v name="$1." 'index($1, name) == 1 { print $2 }' | sort -rV | first_match "$2" ;;
    suse) if [ "$2" = latest ] && zypper -n search -x "$1" >/dev/null 2>&1; then printf 'latest'; fi ;;
    arch) if [ "$2" = latest ] && pacman -Si "$1" >/dev/null 2>&1; then printf 'latest'; fi ;;
  esac
}

# Adds package $1 in the version that matches the request $2; false where none is offered.
add_offered() {
  offered=$(offered_version "$1" "$2")
  case $offered in
    '') return 1 ;;
    latest) add_package "$1" ;;
    *) case $os_family in rhel) add_package "$1-$offered" ;; *) add_package "$1=$offered" ;; esac ;;
  esac
}

# Installs what was added after the package lists were let go, and fetches them again only for that.
install_more() {
  if [ -z "$packages" ]; then return 0; fi
  update_packages
  install_packages
}


# Downloads. An HTTP error is an error; four attempts with a growing pause, but not where the server says that there is nothing to
# be had; proxies and certificates are the system's own.

# Fetches the URL $1 into the file $2.
fetch() {
  pause=1
  until answer=$(curl -fsSL --connect-timeout 10 -w '%{http_code}' -o "$2" "$1"); do
    case $answer in
      401 | 403 | 404 | 410)
        warn "could not fetch $1: the server answered $answer"
        return 1
        ;;
    esac
    if [ "$pause" -gt 4 ]; then
      warn "could not fetch $1; behind a proxy set http_proxy and https_proxy, behind an inspecting one add its CA to the image"
      return 1
    fi
    sleep "$pause"
    pause=$((pause * 2))
  done
}

# Fetches the URL $1 into the file $2 and fails unless its sha256 is $3.
fetch_checked() {
  fetch "$1" "$2" || return 1
  sum=$(sha256sum "$2" | cut -c1-64)
  if [ "$sum" != "$3" ]; then
    rm -f "$2"
    fail "$1 is not the file that was pinned" "its sha256 is $sum," "expected       $3"
  fi
}


check_options() {
  if [ -z "$PACKAGE" ]; then
    fail 'option package is empty, and there is no place that the program could be fetched from unasked' \
      'give the address of the program, or its path in the image, and its sha256; "dotnet cake --target=Tool" makes one'
  fi
  if ! printf '%s' "$SHA256" | grep -Eqx '[0-9a-f]{64}'; then
    fail "option sha256 holds no checksum: '$SHA256'" 'it takes the 64 hexadecimal digits that sha256sum prints for the package'
  fi
}

# Leaves the package in $scratch/package, checked.
take_package() {
  case $PACKAGE in
    https://* | http://*)
      command -v curl >/dev/null 2>&1 || add_package curl
      install_more
      fetch_checked "$PACKAGE" "$scratch/package" "$SHA256" || fail "the program could not be fetched from $PACKAGE"
      ;;
    /*)
      cp "$PACKAGE" "$scratch/package" || fail "option package is $PACKAGE, and this image has no such file"
      sum=$(sha256sum "$scratch/package" | cut -c1-64)
      if [ "$sum" != "$SHA256" ]; then
        fail "$PACKAGE is not the file that was pinned" "its sha256 is $sum," "expected       $SHA256"
      fi
      ;;
    *) fail "option package is '$PACKAGE'" 'it takes an address that begins with https:// or http://, or a path that begins with /' ;;
  esac
}

install_program() {
  if gzip -t "$scratch/package" 2>/dev/null; then
    gzip -dc "$scratch/package" >"$scratch/featuresmith"
  else
    mv "$scratch/package" "$scratch/featuresmith"
  fi
  chmod 0755 "$scratch/featuresmith"
  # Before it is put in place: a program for another machine, or for another C library, is no program.
  version=$("$scratch/featuresmith" --version) ||
    fail "what stands in option package does not run here ($os_name, $(uname -m))" 'it has to be made for this machine and this C library'
  mkdir -p "$home"
  mv "$scratch/featuresmith" "$home/featuresmith.new"
  mv "$home/featuresmith.new" "$home/featuresmith"
  ln -sf "$home/featuresmith" /usr/local/bin/featuresmith
}

# put FILE COMMAND...: what the program prints into a file, whole or not at all.
put() {
  file=$1
  shift
  mkdir -p "${file%/*}"
  "$home/featuresmith" "$@" >"$scratch/printed" || fail "featuresmith $* failed"
  install -m 0644 "$scratch/printed" "$file"
}

describe() {
  for file in /usr/local/share/bash-completion/completions/featuresmith /usr/local/share/zsh/site-functions/_featuresmith \
    /usr/local/share/fish/vendor_completions.d/featuresmith.fish /usr/local/share/man/man1/featuresmith.1; do
    rm -f "$file"
  done
  if [ "$COMPLETION" = true ]; then
    put /usr/local/share/bash-completion/completions/featuresmith completion bash
    put /usr/local/share/zsh/site-functions/_featuresmith completion zsh
    put /usr/local/share/fish/vendor_completions.d/featuresmith.fish completion fish
  fi
  if [ "$MANUAL" = true ]; then put /usr/local/share/man/man1/featuresmith.1 manual; fi
}

[ "$(id -u)" -eq 0 ] || fail 'this script installs a program for everybody, so root has to run it' 'put USER root before it, or run it with sudo'
check_options
detect_os
scratch=$(mktemp -d)
take_package
install_program
describe
rm -rf "$scratch"
say "installed version $version"
