#!/bin/sh
# Installs a Docker client and what leads it to a daemon elsewhere. Written for dash, busybox ash and bash.
set -eu

# Options. The tool sets them in the environment, in upper case; a default here serves a person who runs this script by hand.
VERSION="${VERSION-latest}"
SOURCE="${SOURCE-auto}"
MOBY="${MOBY-auto}"
BUILDX="${BUILDX-latest}"
COMPOSE="${COMPOSE-latest}"
DOCKERHOST="${DOCKERHOST-tcp://docker:2376}"
TLS="${TLS-auto}"
TLSCERTDIR="${TLSCERTDIR-/certs}"
CONTEXT="${CONTEXT-remote}"
WAITSECONDS="${WAITSECONDS-60}"
DOCKERCEURL="${DOCKERCEURL-https://download.docker.com/linux}"
MOBYURL="${MOBYURL-https://packages.microsoft.com}"
STATICURL="${STATICURL-https://download.docker.com/linux/static/stable}"
KEYFINGERPRINT="${KEYFINGERPRINT-}"
STATICSHA256="${STATICSHA256-}"


# Messages. Every line carries the Feature's id, because a build log holds many Features.
say() { printf '%s: %s\n' 'docker-client' "$*"; }
warn() { printf '%s: warning: %s\n' 'docker-client' "$*" >&2; }

# Ends the script with exit code 1. Each argument is a line: what is wrong first, the way out last.
fail() {
  printf '%s: error: %s\n' 'docker-client' "$1" >&2
  shift
  for line in "$@"; do printf '%s:        %s\n' 'docker-client' "$line" >&2; done
  exit 1
}

home=/usr/local/share/docker-client
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
  } >/etc/sudoers.d/docker-client
  chmod 0440 /etc/sudoers.d/docker-client
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
    echo '# Written by install.sh of the Feature docker-client 1.0.0.'
    cat
  } >"$home/config.sh.new"
  mv "$home/config.sh.new" "$home/config.sh"
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


# OpenPGP keys, read without gnupg, which images do not have (RFC 4880: 4.2 packet headers, 6.2 ASCII armor, 12.2 fingerprints).

# Writes the key file $1, armored or not, in binary to $2. False where it is no key: a proxy's HTML page, say.
dearmor_key() {
  if grep -q -- '^-----BEGIN PGP PUBLIC KEY BLOCK-----' "$1"; then
    # Armor headers end at an empty line; the line that begins with = is a checksum.
    awk '/^-----BEGIN/ {inside = 1; next} /^-----END/ {exit} inside && /^\r?$/ {body = 1; next} body && !/^=/ {print}' "$1" \
      | tr -d '\r' | base64 -d >"$2" 2>/dev/null
  else
    cp "$1" "$2"
  fi
  case $(od -An -v -tx1 -N1 "$2" | tr -d ' ') in 98 | 99 | c6) ;; *) return 1 ;; esac
}

# Prints offset and length of the body of every primary public key (tag 6) in the binary file $1.
primary_keys() {
  od -An -v -tu1 "$1" | awk '
    { for (i = 1; i <= NF; i++) byte[count++] = $i }
    END {
      for (at = 0; at < count; at = body + size) {
        head = byte[at]
        if (head >= 192) {
          tag = head - 192; first = byte[at + 1]
          if (first < 192) { size = first; body = at + 2 }
          else if (first < 224) { size = (first - 192) * 256 + byte[at + 2] + 192; body = at + 3 }
          else if (first == 255) { size = ((byte[at + 2] * 256 + byte[at + 3]) * 256 + byte[at + 4]) * 256 + byte[at + 5]; body = at + 6 }
          else exit 1
        } else if (head >= 128) {
          tag = int((head - 128) / 4)
          width = head % 4
          if (width == 0) { size = byte[at + 1]; body = at + 2 }
          else if (width == 1) { size = byte[at + 1] * 256 + byte[at + 2]; body = at + 3 }
          else exit 1
        } else exit 1
        if (tag == 6) print body, size
      }
    }'
}

# Prints the fingerprint of every primary key in the binary file $1, a line each, in capitals.
key_fingerprints() {
  primary_keys "$1" | while read -r offset size; do
    {
      # shellcheck disable=SC2059 # the format is made of two octal escapes
      printf "\\231\\$(printf %03o $((size / 256)))\\$(printf %03o $((size % 256)))"
      tail -c "+$((offset + 1))" "$1" | head -c "$size"
    } | sha1sum | cut -c1-40 | tr a-f A-F
  done
}

# Fails unless the binary key file $1 holds one key and its fingerprint is $2. One: a second key in the file would be trusted as well.
need_fingerprint() {
  found=$(key_fingerprints "$1" | tr '\n' ' ')
  if [ "$found" != "$2 " ]; then
    fail "the signing key from $3 is not the pinned one" "expected $2, found ${found:-no key}" 'somebody is in between, or the vendor has changed keys'
  fi
}


# A vendor's signing key: from a file beside this script, or over the network; either way only if it is the pinned one.

# Puts the key of vendor $1 into a new folder $scratch, as it came (key) and in binary (key.gpg): from keys/$1.asc, or from the URL $2,
# with fingerprint $3. False, with the reason in $tried, where it cannot be had.
fetch_vendor_key() {
  if ! command -v curl >/dev/null 2>&1; then add_package curl ca-certificates; fi
  install_packages
  scratch=$(mktemp -d)
  if [ -f "$here/keys/$1.asc" ]; then
    cp "$here/keys/$1.asc" "$scratch/key"
  elif ! fetch "$2" "$scratch/key"; then
    rm -rf "$scratch"
    tried="$tried; $1: $2 cannot be reached"
    return 1
  fi
  dearmor_key "$scratch/key" "$scratch/key.gpg" || fail "$2 is not an OpenPGP key" 'a proxy may have answered in its place'
  need_fingerprint "$scratch/key.gpg" "$3" "$2"
}


# The vendors' apt repositories. Options read here: DOCKERCEURL, MOBYURL, KEYFINGERPRINT.

# Adds the repository $2 (type, address, suite and components of sources.list(5)) under the name $1, with the key from $3, whose
# fingerprint is $4. False, with the reason in $tried, where the vendor has nothing for this distribution.
add_apt_repository() {
  name=$1
  if [ "$os_family" != debian ]; then
    tried="$tried; $name: it has no packages for this family of distributions"
    return 1
  fi
  fetch_vendor_key "$name" "$3" "$4" || return 1
  install -D -m 0644 "$scratch/key.gpg" "/usr/share/keyrings/$name.gpg"
  rm -rf "$scratch"
  echo "deb [arch=$(dpkg --print-architecture) signed-by=/usr/share/keyrings/$name.gpg] $2" >"/etc/apt/sources.list.d/$name.list"
  if ! apt-get update -q -o Dir::Etc::sourcelist="sources.list.d/$name.list" -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0 -o APT::Update::Error-Mode=any; then
    rm -f "/etc/apt/sources.list.d/$name.list"
    tried="$tried; $name: apt found nothing that it trusts at $2 for $os_name"
    return 1
  fi
  asked=
}

# The distribution whose packages fit, and its codename. Mint and its like name the Ubuntu that they are made of.
apt_suite() {
  suite=$(os_release UBUNTU_CODENAME)
  vendor=ubuntu
  if [ -z "$suite" ]; then
    suite=$(os_release DEBIAN_CODENAME)
    suite=${suite:-$(os_release VERSION_CODENAME)}
    vendor=debian
  fi
}

add_docker_repository() {
  if [ "$os_family" = rhel ]; then
    add_docker_rpm_repository
    return
  fi
  apt_suite
  add_apt_repository docker-ce "$DOCKERCEURL/$vendor $suite stable" "$DOCKERCEURL/$vendor/gpg" \
    "${KEYFINGERPRINT:-9DC858229FC7DD38854AE2D88D81803C0EBFCD88}"
}

# Microsoft signs what it began before 2025 with one key and the rest, Debian 13 among it, with another (its keys/README says so).
# Which one is tried out: a list of codenames would be out of date with the next release.
add_moby_repository() {
  apt_suite
  add_moby_repository_with microsoft.asc BC528686B50D79E339D3721CEB3E94ADBE1229CF \
    || add_moby_repository_with microsoft-2025.asc AA86F75E427A19DD33346403EE4D7792F748182B
}

# With the key file $1, whose fingerprint is $2.
add_moby_repository_with() {
  add_apt_repository moby "$MOBYURL/repos/microsoft-$vendor-$suite-prod $suite main" "$MOBYURL/keys/$1" "${KEYFINGERPRINT:-$2}"
}


# Docker's rpm repository. Options read here: DOCKERCEURL, KEYFINGERPRINT.

# It has a folder for Fedora, one for RHEL, and one for those that are made from RHEL's sources.
add_docker_rpm_repository() {
  case $os_id in fedora | rhel) vendor=$os_id ;; *) vendor=centos ;; esac
  fetch_vendor_key docker-ce "$DOCKERCEURL/$vendor/gpg" "${KEYFINGERPRINT:-060A61C51B558A7F742B77AAC52FEB6B621E9F35}" || return 1
  install -D -m 0644 "$scratch/key" /etc/pki/rpm-gpg/docker-ce.asc
  rm -rf "$scratch"
  mkdir -p /etc/yum.repos.d
  # dnf.conf(5) fills in release and architecture.
  cat >/etc/yum.repos.d/docker-ce.repo <<REPOSITORY
[docker-ce]
name=Docker CE
baseurl=$DOCKERCEURL/$vendor/\$releasever/\$basearch/stable
gpgcheck=1
gpgkey=file:///etc/pki/rpm-gpg/docker-ce.asc
REPOSITORY
  if ! rpm_tool -q makecache --repo docker-ce; then
    rm -f /etc/yum.repos.d/docker-ce.repo
    tried="$tried; docker-ce: nothing usable at $DOCKERCEURL/$vendor for $os_name"
    return 1
  fi
}


# The static archive that Docker publishes for distributions without packages (https://docs.docker.com/engine/install/binaries/).
# It comes without a checksum, so it is taken only against one that was written down: in downloads.lock.jsonc beside this script,
# or in option staticSha256. Options read here: STATICURL, STATICSHA256.

# Prints the versions in downloads.lock.jsonc for this machine that match the request $1, newest first.
# The file has one entry a line: "docker-27.5.1-x86_64.tgz": "sha256".
locked_engines() {
  sed -n 's/^ *"docker-\([0-9.]*\)-'"$machine"'\.tgz": *"\([0-9a-f]\{64\}\)".*/\1 \2/p' "$here/downloads.lock.jsonc" \
    | sort -t. -k1,1nr -k2,2nr -k3,3nr | while read -r version sum; do
    if version_matches "$version" "$1"; then echo "$version $sum"; fi
  done
}

# Sets static_version and static_sum; false, with the reason in $tried, where nothing is pinned.
find_static_engine() {
  if [ -n "$STATICSHA256" ]; then
    case $VERSION in
      *.*.*) static_version=$VERSION static_sum=$STATICSHA256 && return 0 ;;
      *) fail 'option staticSha256 is the checksum of one archive' 'set version to its full version, such as 27.5.1' ;;
    esac
  fi
  # shellcheck disable=SC2046 # version and checksum: the words are wanted
  set -- $(locked_engines "$VERSION" | head -n 1)
  if [ $# -eq 0 ]; then
    tried="$tried; static: no checksum is pinned for version $VERSION on $machine (option staticSha256 takes one)"
    return 1
  fi
  static_version=$1
  static_sum=$2
}

# Unpacks the archive into $scratch/docker.
unpack_static_archive() {
  add_package curl
  install_packages
  scratch=$(mktemp -d)
  fetch_checked "$STATICURL/$machine/docker-$static_version.tgz" "$scratch/docker.tgz" "$static_sum" \
    || fail "the archive of Docker $static_version could not be fetched"
  tar -C "$scratch" -xzf "$scratch/docker.tgz"
  for plugin in "buildx:$BUILDX" "compose:$COMPOSE"; do
    case $plugin in
      *:none) ;;
      *:latest) warn "the static archive has no ${plugin%%:*}; option source docker-ce or distro has" ;;
      *) fail "source static has no ${plugin%%:*}" "set option ${plugin%%:*} to latest or none, or take another source" ;;
    esac
  done
}


# Docker's packages: which source has the version that was asked for. Whether that is the engine or only the client is for the
# partial that comes after this one to say: it sets docker_part and defines add_docker_part.
# Options read here: VERSION, SOURCE, MOBY, BUILDX, COMPOSE.

# The options that every Feature with a Docker has.
check_docker_options() {
  need_version version "$VERSION"
  need_version buildx "$BUILDX"
  need_version compose "$COMPOSE"
  need_one_of source "$SOURCE" auto distro docker-ce moby static
  need_one_of moby "$MOBY" auto true false
  need_words keyFingerprint "$KEYFINGERPRINT" '[0-9A-F]{40}' '40 hexadecimal digits in capitals'
  need_words staticSha256 "$STATICSHA256" '[0-9a-f]{64}' '64 hexadecimal digits'
}

# The names of engine, client, buildx and compose in the distribution's own packages. Debian split the client from docker.io after
# bookworm, and Ubuntu names compose v2 apart from v1.
distro_names() {
  case $os_family in
    debian) engine_name=docker.io client_name=docker-cli buildx_name=docker-buildx compose_name='docker-compose-v2 docker-compose' ;;
    alpine) engine_name=docker-engine client_name=docker-cli buildx_name=docker-cli-buildx compose_name=docker-cli-compose ;;
    rhel) engine_name=moby-engine client_name='docker-cli moby-cli' buildx_name=docker-buildx compose_name=docker-compose ;;
    suse | arch) engine_name=docker client_name='' buildx_name=docker-buildx compose_name=docker-compose ;;
    *)
      tried="${tried-}; distro: nothing is known of the packages of $os_id (ID and ID_LIKE in /etc/os-release)"
      return 1
      ;;
  esac
}
docker_ce_names() { engine_name=docker-ce client_name=docker-ce-cli buildx_name=docker-buildx-plugin compose_name=docker-compose-plugin; }
moby_names() { engine_name=moby-engine client_name=moby-cli buildx_name=moby-buildx compose_name=moby-compose; }

# compose below 2 is a program of its own, not a plugin, and no longer maintained: as good as missing.
offered_compose() {
  for name in $compose_name; do
    offered=$(offered_version "$name" "$COMPOSE")
    case $(upstream_version "$offered") in '' | 0.* | 1.*) [ "$offered" = latest ] || continue ;; esac
    printf '%s' "$name"
    return 0
  done
}

# Adds the plugins that are wanted. One that was asked for by version has to exist; "latest" is a wish.
add_plugins() {
  if [ "$BUILDX" != none ] && ! add_offered "$buildx_name" "$BUILDX"; then missing_plugin buildx "$BUILDX"; fi
  if [ "$COMPOSE" != none ]; then
    name=$(offered_compose)
    if [ -n "$name" ]; then add_offered "$name" "$COMPOSE"; else missing_plugin compose "$COMPOSE"; fi
  fi
}

missing_plugin() {
  [ "$2" = latest ] || fail "source $docker_source has no $1 $2 for $os_name" "option $1 takes latest or none, and option source another source"
  warn "source $docker_source has no $1 for $os_name; option source names others"
}

# shellcheck disable=SC2086 # lists of names: the words are wanted
learn_docker_offers() { learn_offers $engine_name $client_name $buildx_name $compose_name; }

# True where the distribution has the plugins that are wanted.
has_plugins() {
  learn_docker_offers
  if [ "$BUILDX" != none ] && [ -z "$(offered_version "$buildx_name" "$BUILDX")" ]; then return 1; fi
  if [ "$COMPOSE" != none ] && [ -z "$(offered_compose)" ]; then return 1; fi
}

use_distro() { distro_names && learn_docker_offers && add_docker_part distro; }
use_docker_ce() { docker_ce_names && add_docker_repository && learn_docker_offers && add_docker_part docker-ce; }
use_moby() { moby_names && add_moby_repository && learn_docker_offers && add_docker_part moby; }
use_static() { find_static_engine; }

# Goes through the sources named and settles on the first that has it.
settle_source() {
  tried=
  for docker_source in "$@"; do
    if "use_$(printf '%s' "$docker_source" | tr - _)"; then
      say "$docker_part $VERSION from source $docker_source${tried:+ (${tried#; })}"
      return 0
    fi
    packages=
  done
  fail "found no Docker $docker_part, version $VERSION, for ${os_name:-an image without os-release} ($machine)" \
    "tried: ${tried#; }" 'option version takes latest or another version, option source another source'
}

# auto: the distribution's own packages first, for they need no further key; but a source that has the plugins too where these lack them.
choose_source() {
  case $SOURCE/$MOBY in
    auto/true) settle_source moby distro docker-ce static ;;
    auto/false) settle_source docker-ce distro static ;;
    auto/*) if distro_names && has_plugins; then settle_source distro docker-ce static; else settle_source docker-ce distro static; fi ;;
    *) settle_source "$SOURCE" ;;
  esac
}

has_plugin() { docker "$1" version >/dev/null 2>&1; }

# Adds the plugins that are wanted and missing to a Docker that was there already.
add_plugins_to_present() {
  docker_source=distro
  distro_names || return 0
  wanted=
  if [ "$BUILDX" != none ] && ! has_plugin buildx; then wanted=buildx; fi
  if [ "$COMPOSE" != none ] && ! has_plugin compose; then wanted="$wanted compose"; fi
  if [ -z "$wanted" ]; then return 0; fi
  update_packages
  case $wanted in *buildx*) ;; *) BUILDX=none ;; esac
  case $wanted in *compose*) ;; *) COMPOSE=none ;; esac
  add_plugins
  install_packages
}

# Fails where the image's `docker` is not Docker: package podman-docker puts one there.
refuse_podman_shim() {
  if docker --version 2>/dev/null | grep -qi podman; then
    fail "the image's docker is podman in disguise (package podman-docker)" 'remove that package, or use a podman Feature'
  fi
}


# The Docker client alone, for an engine elsewhere. Options read here: VERSION, SOURCE, MOBY, BUILDX, COMPOSE.
docker_part=client
unpack_from=

# Adds the client to the list; false, with the reason in $tried, where the package lists do not have it. Debian before 13 has no
# package of the client alone; there the client is taken out of the engine's, which would bring a daemon and its start along.
add_docker_part() {
  for name in ${client_name:-$engine_name}; do
    if add_offered "$name" "$VERSION"; then return 0; fi
  done
  if [ "$os_family" = debian ]; then
    offered=$(offered_version "$engine_name" "$VERSION")
    if [ -n "$offered" ]; then
      unpack_from=$engine_name=$offered
      return 0
    fi
  fi
  tried="$tried; $1: no package ${client_name:-$engine_name} matches version $VERSION"
  return 1
}

# apt checks the package as it does one that it installs; dpkg is not told of the one program that is kept.
unpack_client() {
  scratch=$(mktemp -d)
  (cd "$scratch" && apt-get download -q -o APT::Sandbox::User=root "$unpack_from")
  dpkg-deb --fsys-tarfile "$scratch"/*.deb | tar -xO ./usr/bin/docker >"$scratch/docker"
  install -m 0755 "$scratch/docker" /usr/local/bin/docker
  rm -rf "$scratch"
}

# Sets client_version, such as 26.1.5+dfsg1; `docker --version` prints "Docker version 26.1.5+dfsg1, build 411e817".
read_client_version() {
  client_version=$(docker --version)
  client_version=${client_version#Docker version }
  client_version=${client_version%%,*}
}

# Installs the client, or takes the one that the image brought along.
install_client() {
  refuse_podman_shim
  if command -v docker >/dev/null 2>&1; then
    read_client_version
    if [ "$VERSION" != none ] && ! version_matches "$client_version" "$VERSION"; then
      fail "the image has Docker's client $client_version already, and option version asks for $VERSION" \
        'remove that client from the image, or set version to none to use it'
    fi
    say "the image has Docker's client $client_version already"
    add_plugins_to_present
    return 0
  fi
  [ "$VERSION" != none ] || fail 'version is none, so no client is installed, but the image has none either' 'leave version at latest'
  update_packages
  choose_source
  add_package ca-certificates
  if [ "$docker_source" = static ]; then
    unpack_static_archive
    install -m 0755 "$scratch/docker/docker" /usr/local/bin/docker
    rm -rf "$scratch"
  else
    add_plugins
    install_packages
    if [ -n "$unpack_from" ]; then unpack_client; fi
  fi
  read_client_version
}


check_options() {
  check_docker_options
  need_words dockerHost "$DOCKERHOST" '(tcp|unix|ssh)://[A-Za-z0-9._:@/-]+' 'an address such as tcp://docker:2376, unix:///run/docker.sock or ssh://user@host'
  need_one_of tls "$TLS" auto true false
  need_words tlsCertDir "$TLSCERTDIR" '/[A-Za-z0-9._/-]+' 'an absolute path'
  need_words context "$CONTEXT" '[A-Za-z0-9][A-Za-z0-9_.+-]+' 'a name such as sidecar'
  need_words waitSeconds "$WAITSECONDS" '[0-9]{1,4}' 'a number of seconds'
  for required in "dockerHost:$DOCKERHOST" "tlsCertDir:$TLSCERTDIR" "context:$CONTEXT" "waitSeconds:$WAITSECONDS"; do
    if [ -z "${required#*:}" ]; then fail "option ${required%%:*} is empty" 'leave it out to have its default'; fi
  done
  if [ "$CONTEXT" = default ]; then fail 'option context is default' 'that name is the client'"'"'s own; take another'; fi
  case $TLS/$DOCKERHOST in
    true/tcp://*) ;;
    true/*) fail "option tls is true, and $DOCKERHOST is no TCP address" 'TLS is for tcp://; leave tls at auto' ;;
  esac
}

begin_install
need_sudo
case $DOCKERHOST in
  ssh://*) if ! command -v ssh >/dev/null 2>&1; then add_package "$([ "$os_family" = rhel ] && echo openssh-clients || echo openssh-client)"; fi ;;
esac
install_client
install_more
install_files docker-client entrypoint.sh
write_config <<CONFIG
option_host=$DOCKERHOST
tls=$TLS
certificates=$TLSCERTDIR/client
context=$CONTEXT
wait_seconds=$WAITSECONDS
CONFIG
grant_group docker
allow_command docker-client
say "installed Docker's client $client_version for $DOCKERHOST; options in $home/config.sh"
