#!/bin/sh
# Installs kind or k3d, kubectl, and the check of what their nodes need. Written for dash, busybox ash and bash.
set -eu

# Options. The tool sets them in the environment, in upper case; a default here serves a person who runs this script by hand.
TOOL="${TOOL-kind}"
VERSION="${VERSION-latest}"
URL="${URL-}"
SHA256="${SHA256-}"
KUBECTL="${KUBECTL-latest}"
RAISEINOTIFYLIMITS="${RAISEINOTIFYLIMITS-false}"


# Messages. Every line carries the Feature's id, because a build log holds many Features.
say() { printf '%s: %s\n' 'kubernetes-in-docker' "$*"; }
warn() { printf '%s: warning: %s\n' 'kubernetes-in-docker' "$*" >&2; }

# Ends the script with exit code 1. Each argument is a line: what is wrong first, the way out last.
fail() {
  printf '%s: error: %s\n' 'kubernetes-in-docker' "$1" >&2
  shift
  for line in "$@"; do printf '%s:        %s\n' 'kubernetes-in-docker' "$line" >&2; done
  exit 1
}

home=/usr/local/share/kubernetes-in-docker
here=$(dirname -- "$0")

# Values of options. They are checked before anything is fetched or written, so that a slip costs seconds.

# A list may be written with commas or spaces; prints it with spaces.
words() { printf '%s' "$1" | tr ',' ' '; }

# Fails unless $2, the value of option $1, is one of the other arguments.
need_one_of() {
  option=$1
  value=$2
  shift 2
  for allowed in "$@"; do
    if [ "$value" = "$allowed" ]; then return 0; fi
  done
  fail "option $option is '$value'" "it takes one of: $*"
}

# Fails unless every word of $2, the value of option $1, matches the extended regular expression $3, which $4 puts in words.
need_words() {
  for word in $(words "$2"); do
    if ! printf '%s' "$word" | grep -Eqx "$3"; then fail "option $1 holds '$word'" "it takes $4"; fi
  done
}

# A value between quotation marks that config.sh can hold.
quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }


# Versions that people ask for: latest, or a beginning of a version such as 27, 27.5 or 27.5.1.

# Fails unless $2, the value of option $1, is latest, none or such a beginning.
need_version() {
  case $2 in latest | none) return 0 ;; esac
  if ! printf '%s' "$2" | grep -Eqx '[0-9]+(\.[0-9]+){0,2}'; then
    fail "option $1 is '$2'" 'it takes latest, none, or a version such as 27, 27.5 or 27.5.1'
  fi
}

# The upstream part of a package's version: without epoch and without the distribution's revision (deb-version(7)).
upstream_version() {
  upstream=${1#*:}
  printf '%s' "${upstream%%[!0-9.]*}"
}

# True where version $1 is what the request $2 means.
version_matches() {
  case $2 in latest) return 0 ;; esac
  case $(upstream_version "$1") in "$2" | "$2".*) return 0 ;; esac
  return 1
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


# The Feature's command, and who may run it as root. The entrypoint runs as the container's user, and only root prepares a container.

# Puts the command $1 of this Feature on the PATH; a program of somebody else's stays what it is.
link_command() {
  if [ -e "/usr/local/bin/$1" ] && [ ! -L "/usr/local/bin/$1" ]; then
    warn "/usr/local/bin/$1 is somebody else's; the command of this Feature is $home/$1"
  else
    ln -sf "$home/$1" "/usr/local/bin/$1"
  fi
}

# Adds sudo to the packages where the container's user is not root and has none.
need_sudo() {
  case ${_CONTAINER_USER:-root} in
    root | 0) ;;
    *) command -v sudo >/dev/null 2>&1 || add_package sudo ;;
  esac
}

# Lets group docker run the command $1 as root without a password; $2 is SETENV where it may bring its environment along.
allow_command() {
  if [ ! -d /etc/sudoers.d ]; then return 0; fi
  commands=$home/$1
  # Since 1.9.14 sudo compares the folder too, so the link has to be named; where it is somebody else's program it is not ours to allow.
  if [ -L "/usr/local/bin/$1" ]; then commands="$commands, /usr/local/bin/$1"; fi
  {
    # Fedora's sudo, and Debian's after trixie, look for no command in /usr/local/bin.
    # featuresmith: ignore FS226 -- asks the image's sudo what it is set to
    case $(sudo -V 2>/dev/null | sed -n "s/^Value to override user's \$PATH with: //p") in
      '' | */usr/local/bin*) ;;
      *) echo 'Defaults:%docker secure_path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"' ;;
    esac
    echo "%docker ALL=(root) NOPASSWD:${2:+$2:} $commands"
  } >/etc/sudoers.d/kubernetes-in-docker
  chmod 0440 /etc/sudoers.d/kubernetes-in-docker
}


# What comes before anything is changed; each Feature has its own check_options.
begin_install() {
  [ "$(id -u)" -eq 0 ] || fail 'this script installs packages, so root has to run it' 'put USER root before it, or run it with sudo'
  check_options
  detect_os
  detect_machine
}

# Puts what lies beside this script into the Feature's folder. The arguments are its programs; the first is its command, which goes on
# the PATH.
install_files() {
  mkdir -p "$home"
  for file in "$here/entrypoint.sh" "$here"/runtime/*.sh; do
    if [ -f "$file" ]; then install -m 0644 "$file" "$home/"; fi
  done
  for file in "$@"; do install -m 0755 "$here/$file" "$home/$file"; done
  link_command "$1"
}

# Writes config.sh, which the command reads: the assignments on standard input. The options exist only now; the container starts later.
write_config() {
  {
    echo '# Written by install.sh of the Feature kubernetes-in-docker 1.0.0.'
    cat
  } >"$home/config.sh.new"
  mv "$home/config.sh.new" "$home/config.sh"
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


# Features that cannot live in one image with this one. Whichever comes second refuses: the tool does not know of conflicts.
# A Feature of this collection is known by its folder; others by the script that they leave, /usr/local/share/docker-init.sh.
check_conflicts() {
  [ ! -d /usr/local/share/docker-outside-of-docker ] || fail 'this image has the Feature docker-outside-of-docker: clusters would be made on the host, where none of these checks hold' \
    'keep one of the two in devcontainer.json'
  other=/usr/local/share/docker-init.sh
  if [ ! -f "$other" ]; then return 0; fi
  if grep -q 'docker-from-docker' "$other" || ! grep -q dockerd "$other"; then
    fail "$other in this image belongs to a docker-outside-of-docker Feature: both own /var/run/docker.sock" 'keep one of the two in devcontainer.json'
  fi
  fail "$other in this image belongs to another Docker-in-Docker Feature: each would start a daemon" 'keep one of the two in devcontainer.json'
}


check_options() {
  need_one_of tool "$TOOL" kind k3d none
  need_version version "$VERSION"
  need_words url "$URL" '(https?|file)://.+' 'an address that begins with https://, http:// or file://'
  need_words sha256 "$SHA256" '[0-9a-f]{64}' '64 hexadecimal digits'
  need_one_of kubectl "$KUBECTL" latest none
  need_one_of raiseInotifyLimits "$RAISEINOTIFYLIMITS" true false
  case ${URL:+url}/${SHA256:+sum} in
    url/ | /sum) fail 'options url and sha256 belong together: what is downloaded is checked, or not run' 'give both, or none for the package' ;;
  esac
}

install_tool() {
  if [ "$TOOL" = none ]; then return 0; fi
  if [ -n "$URL" ]; then
    command -v curl >/dev/null 2>&1 || add_package curl ca-certificates
    install_more
    scratch=$(mktemp -d)
    fetch_checked "$URL" "$scratch/$TOOL" "$SHA256" || fail "$TOOL could not be fetched from $URL"
    install -m 0755 "$scratch/$TOOL" "/usr/local/bin/$TOOL"
    rm -rf "$scratch"
  elif ! command -v "$TOOL" >/dev/null 2>&1; then
    update_packages
    if add_offered "$TOOL" "$VERSION"; then
      install_packages
    elif [ "$VERSION" = latest ]; then
      warn "$os_name has no package $TOOL; options url and sha256 take a download"
    else
      fail "$os_name has no package $TOOL in version $VERSION" 'options url and sha256 take a download'
    fi
  fi
}

# Debian named the package after the programs' home until 12.
install_kubectl() {
  if [ "$KUBECTL" = none ] || command -v kubectl >/dev/null 2>&1; then return 0; fi
  update_packages
  add_offered kubectl latest || add_offered kubernetes-client latest || warn "$os_name has no package of kubectl"
  install_packages
}

begin_install
check_conflicts
install_tool
install_kubectl
install_files kubernetes-in-docker
write_config <<CONFIG
tool=$TOOL
kubectl=$KUBECTL
raise_inotify_limits=$RAISEINOTIFYLIMITS
CONFIG
allow_command kubernetes-in-docker
say "installed; kubernetes-in-docker doctor tells what is missing for a cluster"
