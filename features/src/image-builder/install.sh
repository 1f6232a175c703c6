#!/bin/sh
# Installs buildah and the command build-image. Written for dash, busybox ash and bash.
set -eu

# Options. The tool sets them in the environment, in upper case; a default here serves a person who runs this script by hand.
ENGINE="${ENGINE-buildah}"
STORAGEDRIVER="${STORAGEDRIVER-auto}"
REGISTRYMIRRORS="${REGISTRYMIRRORS-}"
INSECUREREGISTRIES="${INSECUREREGISTRIES-}"
SEARCHREGISTRIES="${SEARCHREGISTRIES-}"
SUBORDINATEIDS="${SUBORDINATEIDS-100000:65536}"


# Messages. Every line carries the Feature's id, because a build log holds many Features.
say() { printf '%s: %s\n' 'image-builder' "$*"; }
warn() { printf '%s: warning: %s\n' 'image-builder' "$*" >&2; }

# Ends the script with exit code 1. Each argument is a line: what is wrong first, the way out last.
fail() {
  printf '%s: error: %s\n' 'image-builder' "$1" >&2
  shift
  for line in "$@"; do printf '%s:        %s\n' 'image-builder' "$line" >&2; done
  exit 1
}

home=/usr/local/share/image-builder
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
  } >/etc/sudoers.d/image-builder
  chmod 0440 /etc/sudoers.d/image-builder
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
    echo '# Written by install.sh of the Feature image-builder 1.0.0.'
    cat
  } >"$home/config.sh.new"
  mv "$home/config.sh.new" "$home/config.sh"
}


# Subordinate ids (subuid(5), subgid(5)): the range of ids that a user may give to containers of his own, and the two programs that
# hand it over, newuidmap and newgidmap.

# The first id that this user namespace does not know: 4294967295 on a usual host, 65536 or so inside somebody's rootless engine.
first_foreign_id() { awk '{ if ($1 + $3 > most) most = $1 + $3 } END { printf "%.0f", most }' /proc/self/uid_map; }

# True where every range that the file $1 gives to user $2 lies below $3, and there is one.
ranges_fit() { awk -F: -v user="$2" -v limit="$3" '$1 == user { if ($2 + $3 > limit) bad = 1; found = 1 } END { exit !found || bad }' "$1"; }

# Prints the ranges for user $1 with uid $2, where the file $3 is what others have: $4, such as 100000:65536, behind the last range.
# Where these ids do not exist, all that do except the user's own.
fitting_ranges() {
  start=$(awk -F: -v start="${4%:*}" '{ if ($2 + $3 > start) start = $2 + $3 } END { printf "%.0f", start }' "$3")
  limit=$(first_foreign_id)
  if [ $((start + ${4#*:})) -le "$limit" ]; then
    echo "$1:$start:${4#*:}"
  else
    if [ "$2" -gt 1 ]; then echo "$1:1:$(($2 - 1))"; fi
    echo "$1:$(($2 + 1)):$((limit - $2 - 1))"
  fi
}

# Gives user $1 subordinate ids where he has none, or none that exist here. $2 is the first range to try.
ensure_subordinate_ids() {
  number=$(id -u "$1" 2>/dev/null) || return 0
  for file in /etc/subuid /etc/subgid; do
    touch "$file"
    if ranges_fit "$file" "$1" "$(first_foreign_id)"; then continue; fi
    sed -i "/^$1:/d" "$file"
    ranges=$(fitting_ranges "$1" "$number" "$file" "$2")
    echo "$ranges" >>"$file"
  done
}

# Debian installs both programs setuid. Being root is not enough: the kernel wants CAP_SYS_ADMIN over the new namespace, which in a
# container without privileges only its maker has (user_namespaces(7)). With a file capability the program stays the maker.
repair_id_mappers() {
  for program in newuidmap:setuid newgidmap:setgid; do
    path=$(command -v "${program%:*}") || continue
    setcap "cap_${program#*:}+ep" "$path"
    chmod u-s "$path"
  done
}


# Where the container's user is not root, nobody could open the devices that runArgs bring: he may, and nothing else.
allow_devices() {
  case ${_CONTAINER_USER:-root} in
    root | 0) return 0 ;;
  esac
  mkdir -p /etc/sudoers.d
  printf '%s ALL=(root) NOPASSWD: /usr/bin/chmod 0666 /dev/fuse, /usr/bin/chmod 0666 /dev/net/tun\n' "$_CONTAINER_USER" >/etc/sudoers.d/image-builder
  chmod 0440 /etc/sudoers.d/image-builder
}


# Fails where the packages of $1 are not known: their names, and what they lack, are other than Debian's elsewhere.
need_debian() {
  [ "$os_family" = debian ] || fail "nothing is known of $1's packages on ${os_name:-an image without os-release}" \
    'this Feature is for Debian and its derivatives'
}

check_subordinate_ids_option() {
  need_words subordinateIds "$SUBORDINATEIDS" '[0-9]+:[1-9][0-9]*' 'a first id and how many, such as 100000:65536'
}

# Sets $owner, whose processes they are: the user that people work as, root where there is none.
settle_owner() {
  owner=${_REMOTE_USER:-root}
  id -u "$owner" >/dev/null 2>&1 || owner=root
}

# Makes folders in which whoever the container runs as writes.
open_folders() {
  mkdir -p "$@"
  chmod 1777 "$@"
}

# Makes what runs without privileges work for these users. Options read here: SUBORDINATEIDS.
prepare_users() {
  for user in "$@"; do ensure_subordinate_ids "$user" "$SUBORDINATEIDS"; done
  repair_id_mappers
  allow_devices
}


# Registries, as podman and buildah know them (containers-registries.conf(5), version 2). Options read here: REGISTRYMIRRORS,
# INSECUREREGISTRIES, SEARCHREGISTRIES.

check_registry_options() {
  place='[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]+)?'
  need_words registryMirrors "$REGISTRYMIRRORS" "$place=$place" 'pairs such as registry.example.test=mirror.example.test:5000'
  need_words insecureRegistries "$INSECUREREGISTRIES" "$place" 'registries, such as registry.example.test:5000'
  need_words searchRegistries "$SEARCHREGISTRIES" "$place" 'registries, such as registry.example.test'
}

is_insecure() { case " $(words "$INSECUREREGISTRIES") " in *" $1 "*) echo true ;; *) echo false ;; esac; }

# Writes the file $1; removes it where the options name no registry.
write_registries() {
  if [ -z "$REGISTRYMIRRORS$INSECUREREGISTRIES$SEARCHREGISTRIES" ]; then
    rm -f "$1"
    return 0
  fi
  mkdir -p "$(dirname "$1")"
  {
    list=
    for registry in $(words "$SEARCHREGISTRIES"); do list="$list${list:+, }\"$registry\""; done
    [ -z "$list" ] || echo "unqualified-search-registries = [$list]"
    # A registry has one table, with all its mirrors in the order given.
    for registry in $( (words "$INSECUREREGISTRIES"; echo; words "$REGISTRYMIRRORS") | tr ' ' '\n' | sed 's/=.*//' | sort -u); do
      printf '[[registry]]\nlocation = "%s"\ninsecure = %s\n' "$registry" "$(is_insecure "$registry")"
      for pair in $(words "$REGISTRYMIRRORS"); do
        if [ "${pair%%=*}" = "$registry" ]; then
          printf '[[registry.mirror]]\nlocation = "%s"\ninsecure = %s\n' "${pair#*=}" "$(is_insecure "${pair#*=}")"
        fi
      done
    done
  } >"$1"
}


check_options() {
  need_one_of engine "$ENGINE" buildah buildkit
  need_one_of storageDriver "$STORAGEDRIVER" auto overlay fuse-overlayfs vfs
  check_subordinate_ids_option
  check_registry_options
}

begin_install
need_debian buildah
need_sudo
add_package buildah uidmap libcap2-bin fuse-overlayfs crun netavark ca-certificates mount
update_packages
install_packages
install_files build-image
# Whoever builds keeps his layers here.
open_folders /var/lib/image-builder
write_registries /etc/containers/registries.conf.d/50-image-builder.conf
write_config <<CONFIG
engine=$ENGINE
storage_driver=$STORAGEDRIVER
CONFIG
prepare_users root "${_REMOTE_USER:-root}" "${_CONTAINER_USER:-root}"
say "installed $(buildah --version); the command is build-image, options in $home/config.sh"
