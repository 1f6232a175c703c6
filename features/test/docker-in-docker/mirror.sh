#!/bin/bash
# Makes /srv/mirror in a dev container and serves it on port 8000: apt repositories laid out and named as Docker's and Microsoft's, and
# a static archive, all of this container's own engine. The vendors' hosts cannot be reached from here, and what a test may rely on
# does not change under it. Prints nothing but, at the end, assignments for the shell that asked: fingerprint, engine_version, static_sum.
set -euo pipefail

arch=$(dpkg --print-architecture)
machine=$(uname -m)
# shellcheck source=/dev/null # belongs to the image
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=/srv/mirror
plugins=$(dirname "$(find /usr/libexec/docker /usr/lib/docker -name docker-buildx 2>/dev/null | head -n 1)")
engine=$(dockerd --version | sed 's/^Docker version \([0-9.]*\).*/\1/')

# make_package FOLDER NAME VERSION DEPENDS FILE...: a package that has each file at the path behind the colon.
make_package() {
  local folder=$1 name=$2 version=$3 depends=$4 tree file
  shift 4
  tree=$(mktemp -d)
  for file; do install -D -m 0755 "${file%%:*}" "$tree/${file#*:}"; done
  install -d "$tree/DEBIAN"
  printf '%s\n' "Package: $name" "Version: $version" "Architecture: $arch" 'Maintainer: test <test@example.test>' \
    ${depends:+"Depends: $depends"} 'Description: for a test' >"$tree/DEBIAN/control"
  dpkg-deb --root-owner-group -Zgzip -z1 -b "$tree" "$folder/${name}_${arch}_${version//[:~]/-}.deb"
  rm -rf "$tree"
}

# make_packages FOLDER ENGINE CLIENT BUILDX COMPOSE RUNTIME SUFFIX: the packages of one vendor, under its names.
make_packages() {
  local folder=$1 fake
  mkdir -p "$folder"
  make_package "$folder" "$6" "1.7.24$7" libseccomp2 "$(command -v containerd):usr/bin/containerd" \
    "$(command -v containerd-shim-runc-v2):usr/bin/containerd-shim-runc-v2" "$(command -v runc):usr/bin/runc"
  make_package "$folder" "$2" "$engine$7" "$6" "$(command -v dockerd):usr/bin/dockerd" \
    "$(command -v docker-proxy):usr/bin/docker-proxy"
  make_package "$folder" "$3" "$engine$7" '' "$(command -v docker):usr/bin/docker"
  make_package "$folder" "$4" "0.13.1$7" '' "$plugins/docker-buildx:usr/libexec/docker/cli-plugins/docker-buildx"
  make_package "$folder" "$5" "2.26.1$7" '' "$plugins/docker-compose:usr/libexec/docker/cli-plugins/docker-compose"
  # A newer engine that no test should end up with unless it asks: it says its version and no more.
  fake=$(mktemp)
  printf '%s\n' '#!/bin/sh' 'echo "Docker version 99.0.1, build test"' >"$fake"
  make_package "$folder" "$2" "99.0.1$7" '' "$fake:usr/bin/dockerd"
}

# make_index FOLDER COMPONENT KEY: the index of the packages in FOLDER/pool, signed with KEY.
make_index() {
  local index=dists/$suite/$2/binary-$arch
  cd "$1"
  mkdir -p "$index"
  apt-ftparchive packages pool >"$index/Packages"
  apt-ftparchive -o "APT::FTPArchive::Release::Suite=$suite" -o "APT::FTPArchive::Release::Codename=$suite" \
    -o "APT::FTPArchive::Release::Components=$2" -o "APT::FTPArchive::Release::Architectures=$arch" \
    release "dists/$suite" >"$mirror/Release"
  mv "$mirror/Release" "dists/$suite/Release"
  rm -f "dists/$suite/InRelease"
  gpg --batch -q -u "$3" --clearsign -o "dists/$suite/InRelease" "dists/$suite/Release"
  cd "$OLDPWD"
}

make_key() {
  gpg --batch -q --passphrase '' --quick-gen-key "$1" "$2" sign never
  gpg --with-colons --list-keys "$1" | awk -F: '$1 == "fpr" {print $10; exit}'
}

{
  export DEBIAN_FRONTEND=noninteractive GNUPGHOME=/root/mirror-keys
  apt-get update -q
  apt-get install -q -y --no-install-recommends apt-utils busybox gpg gpg-agent
  mkdir "$mirror"
  mkdir -m 0700 "$GNUPGHOME"
  fingerprint=$(make_key mirror@example.test ed25519)
  stranger=$(make_key stranger@example.test rsa2048)

  debian=$mirror/docker-ce/debian
  make_packages "$debian/pool" docker-ce docker-ce-cli docker-buildx-plugin docker-compose-plugin containerd.io "-1~debian~$suite"
  make_index "$debian" stable "$fingerprint"
  gpg --armor --export "$fingerprint" >"$debian/gpg"

  moby=$mirror/moby/repos/microsoft-debian-$suite-prod
  make_packages "$moby/pool" moby-engine moby-cli moby-buildx moby-compose moby-containerd "-debian${suite}u1"
  make_index "$moby" main "$fingerprint"
  mkdir -p "$mirror/moby/keys"
  # In binary, as some mirrors serve it.
  gpg --export "$fingerprint" >"$mirror/moby/keys/microsoft.asc"
  cp -r "$mirror/moby" "$mirror/moby2025"
  mv "$mirror/moby2025/keys/microsoft.asc" "$mirror/moby2025/keys/microsoft-2025.asc"

  # The right key, but somebody else signed the index.
  cp -r "$mirror/docker-ce" "$mirror/resigned"
  make_index "$mirror/resigned/debian" stable "$stranger"
  # The right key and index, but a package that is not the one that was indexed.
  cp -r "$mirror/docker-ce" "$mirror/swapped"
  for package in "$mirror"/swapped/debian/pool/docker-ce-cli_*; do echo more >>"$package"; done
  # Two keys where one is pinned.
  mkdir -p "$mirror/twokeys/debian" "$mirror/page/debian" "$mirror/nosuite/debian"
  gpg --export "$fingerprint" "$stranger" >"$mirror/twokeys/debian/gpg"
  echo '<!DOCTYPE html><html><body>Please log in to the guest network.</body></html>' >"$mirror/page/debian/gpg"
  cp "$debian/gpg" "$mirror/nosuite/debian/gpg"

  mkdir -p "$mirror/static/$machine" "$mirror/docker"
  for program in dockerd docker docker-proxy docker-init containerd containerd-shim-runc-v2 runc; do
    install -m 0755 "$(command -v "$program")" "$mirror/docker/$program"
  done
  tar -C "$mirror" -czf "$mirror/static/$machine/docker-$engine.tgz" docker
  rm -rf "$mirror/docker"
  static_sum=$(sha256sum "$mirror/static/$machine/docker-$engine.tgz" | cut -c1-64)
  busybox httpd -p 8000 -h "$mirror"
} >&2

printf '%s\n' "fingerprint=$fingerprint" "engine_version=$engine" "static_sum=$static_sum" "machine=$machine"
