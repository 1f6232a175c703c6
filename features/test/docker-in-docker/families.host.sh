#!/bin/bash
# Distributions whose packages cannot be had here: install.sh runs in a container that says it is one of them, against package managers
# that write down what they are asked for (package-managers.sh). What the real ones would install is not tested by this.
set -uo pipefail
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib

# on OS_RELEASE TOOLS OFFERS OPTION=VALUE...: installs there; the log and what was asked end up in the files log and asked.
on() {
  local name=$CASE_NAME-family
  "$ENGINE" run -d --label "$CASE_LABEL" --name "$name" "$BASE_IMAGE" sleep 600 >/dev/null || return 1
  "$ENGINE" cp -q .devcontainer/docker-in-docker "$name:/feature"
  "$ENGINE" exec -i "$name" sh -s -- $2 <package-managers.sh
  printf '%b\n' "$1" | "$ENGINE" exec -i "$name" sh -c 'rm /etc/os-release && cat >/etc/os-release'
  printf '%b\n' "$3" | "$ENGINE" exec -i "$name" sh -c 'cat >/offers'
  local options=()
  for option in "${@:4}"; do options+=(-e "$option"); done
  "$ENGINE" exec -e PATH=/stubs:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin ${options[@]+"${options[@]}"} "$name" \
    sh /feature/install.sh >log 2>&1
  local code=$?
  "$ENGINE" exec "$name" sh -c 'cat /asked; cat /etc/yum.repos.d/*.repo /etc/apt/sources.list.d/*.list 2>/dev/null' >asked
  "$ENGINE" rm -f "$name" >/dev/null
  return $code
}
asked() { grep -F -- "$1" asked || { cat log asked; return 1; }; }
says() { grep -F -- "$1" log || { cat log; return 1; }; }

key=$(printf '\231\000\005\004\001\002\003\004' | sha1sum | cut -c1-40 | tr a-f A-F)
mirror=https://mirror.example.test/linux

check 'Alpine' on 'ID=alpine\nPRETTY_NAME="Alpine Linux v3.22"' apk 'docker-engine 28.3.3\ndocker-cli 28.3.3\ndocker-cli-buildx 0.24\ndocker-cli-compose 2.36'
check 'Alpine: its own names' asked 'apk add --no-cache docker-engine docker-cli docker-cli-buildx docker-cli-compose ca-certificates'

check 'Fedora' on 'ID=fedora\nVERSION_ID=42' dnf 'moby-engine 28.3.3-1.fc42\ndocker-cli 28.3.3-1.fc42\ndocker-buildx 0.24.0-1.fc42\ndocker-compose 2.36.0-1.fc42'
check 'Fedora: its own names' asked 'dnf install -y --setopt=install_weak_deps=False moby-engine-28.3.3-1.fc42 docker-cli-28.3.3-1.fc42 docker-buildx-0.24.0-1.fc42 docker-compose-2.36.0-1.fc42'

check 'Azure Linux' on 'ID=azurelinux\nVERSION_ID=3.0' tdnf 'moby-engine 25.0.3-13.azl3\nmoby-cli 25.0.3-4.azl3\ndocker-buildx 0.14.0-1.azl3\ndocker-compose 2.27.0-1.azl3'
check 'Azure Linux: its tool, its client' asked 'tdnf install -y --setopt=install_weak_deps=False moby-engine-25.0.3-13.azl3 moby-cli-25.0.3-4.azl3'

rocky='ID=rocky\nID_LIKE="rhel centos fedora"\nVERSION_ID=9.6'
ce='docker-ce 3:27.5.0-1.el9\ndocker-ce 3:27.5.1-1.el9\ndocker-ce 3:28.3.3-1.el9\ndocker-ce-cli 1:27.5.1-1.el9\ndocker-buildx-plugin 0.24.0-1.el9\ndocker-compose-plugin 2.36.0-1.el9'
check 'Rocky has no engine of its own: docker-ce' on "$rocky" dnf "$ce" VERSION=27.5 "DOCKERCEURL=$mirror" "KEYFINGERPRINT=$key"
check 'Rocky: the newest that matches' asked 'docker-ce-3:27.5.1-1.el9 docker-ce-cli-1:27.5.1-1.el9 docker-buildx-plugin-0.24.0-1.el9 docker-compose-plugin-2.36.0-1.el9'
check 'Rocky: from the folder for RHEL and its like' asked "baseurl=$mirror/centos/\$releasever/\$basearch/stable"
check 'Rocky: packages are checked with the key' asked 'gpgkey=file:///etc/pki/rpm-gpg/docker-ce.asc'
other_key_is_refused() { ! on "$rocky" dnf "$ce" "DOCKERCEURL=$mirror" && says 'is not the pinned one' && ! grep -F '[docker-ce]' asked; }
check 'Rocky: another key is refused' other_key_is_refused

check 'openSUSE' on 'ID="opensuse-leap"\nID_LIKE="suse opensuse"' zypper 'docker 28.3.3\ndocker-buildx 0.24\ndocker-compose 2.36'
check 'openSUSE: its own names' asked 'zypper --non-interactive install --no-recommends docker docker-buildx docker-compose ca-certificates'

check 'Arch' on 'ID=arch' pacman 'docker 28.3.3\ndocker-buildx 0.24\ndocker-compose 2.36'
check 'Arch: its own names' asked 'pacman -S --noconfirm --needed docker docker-buildx docker-compose ca-certificates'

ubuntu='docker.io 28.2.2-0ubuntu1\ndocker-buildx 0.21.3-0ubuntu1\ndocker-compose-v2 2.37.1+ds1-0ubuntu1\ndocker-compose 1.29.2-6'
check 'Pop!_OS' on 'ID=pop\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=noble' 'apt-get apt-cache' "$ubuntu"
check 'Pop!_OS: the names that Ubuntu has' asked 'docker.io=28.2.2-0ubuntu1 docker-buildx=0.21.3-0ubuntu1 docker-compose-v2=2.37.1+ds1-0ubuntu1'

check 'Mint' on 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=xia\nUBUNTU_CODENAME=noble' 'apt-get apt-cache' \
  'docker-ce 5:28.3.3-1~ubuntu.24.04~noble\ndocker-ce-cli 5:28.3.3-1~ubuntu.24.04~noble\ndocker-buildx-plugin 0.26.1-1\ndocker-compose-plugin 2.39.1-1' \
  SOURCE=docker-ce "DOCKERCEURL=$mirror" "KEYFINGERPRINT=$key"
check 'Mint: the Ubuntu that it is made of' asked "$mirror/ubuntu noble stable"
reportResults
