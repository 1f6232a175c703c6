#!/bin/bash
# Sources docker-ce, moby and static against a mirror that the dev container makes, signs and serves (mirror.sh): install.sh runs in
# containers beside it, started the way the devcontainers CLI starts it, and what it installed has to run a container.
# A mirror cannot be up while the dev container's own image is built, which is why the installations are here.
set -uo pipefail
# shellcheck source=/dev/null # laid there by the runner
. ./dev-container-features-test-lib

feature=.devcontainer/docker-in-docker
fingerprint='' engine_version='' static_sum='' machine=''
assignments=$("$ENGINE" exec -i "$CONTAINER_ID" bash -s <mirror.sh) || exit 1
eval "$assignments"
address=$("$ENGINE" inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$CONTAINER_ID")
url=http://$address:8000
in_container() { "$ENGINE" exec -i "$CASE_NAME-$trial" "$@"; }

# What the packages of the distribution itself are needed for is in this image, and no source of theirs: a trial takes seconds, and
# whatever is installed in it is the mirror's.
image=$CASE_NAME-prepared
prepare_image() {
  "$ENGINE" build -q -t "$image" - <<DOCKERFILE
FROM $BASE_IMAGE
RUN apt-get update -q && apt-get install -q -y --no-install-recommends \
      ca-certificates curl git iptables libseccomp2 mount pigz procps xz-utils \
    && rm -rf /var/lib/apt/lists/* /etc/apt/sources.list /etc/apt/sources.list.d/*
DOCKERFILE
}

# run_install TRIAL OPTION=VALUE...: runs install.sh with these options in a new container, which stays. The file has the form that the
# CLI gives it (containerFeatures.ts, getFeatureEnvVariables).
run_install() {
  trial=$1
  shift
  "$ENGINE" run -d --privileged --label "$CASE_LABEL" --name "$CASE_NAME-$trial" -v "$CASE_NAME-$trial:/var/lib/docker" \
    "$image" sleep 3600 >/dev/null
  "$ENGINE" cp -q "$feature" "$CASE_NAME-$trial:/feature"
  if [ -n "${lock-}" ]; then in_container sh -c 'cat >/feature/downloads.lock.jsonc' <<<"$lock"; fi
  printf '%s\n' "$@" | sed 's/=\(.*\)/="\1"/' | in_container sh -c 'cd /feature && cat >devcontainer-features.env && chmod +x install.sh &&
    set -a && . ./devcontainer-features.env && set +a && ./install.sh 2>&1' >"$trial.log" || { tail -n 12 "$trial.log"; return 1; }
}
says() { grep -F "$1" "$trial.log"; }
remove() { "$ENGINE" rm -fv "$CASE_NAME-$trial" >/dev/null; }

# runs PLUGIN...: the daemon that was installed starts and runs a container; each plugin answers.
runs() {
  in_container /usr/local/share/docker-in-docker/dind start || return 1
  { cat inner-image.sh; echo 'import_inner inner sh cat && docker run --rm inner cat /bin/cat | cmp - /bin/cat'; } | in_container bash -s || return 1
  local plugin
  for plugin; do in_container docker "$plugin" version || return 1; done
}
engine_is() { test "$(in_container docker version -f '{{.Server.Version}}' | sed 's/[^0-9.].*//')" = "$1"; }
owned_by() { test "$(in_container dpkg-query -S "$2")" = "$1: $2"; }

# refuses TRIAL SENTENCE OPTION=VALUE...: install.sh ends with 1, says the sentence, and leaves neither key nor source list.
refuses() {
  local sentence=$2
  set -- "$1" "${@:3}"
  if run_install "$@" >/dev/null; then echo "$1 was installed"; remove; return 1; fi
  says "$sentence" || { tail -n 12 "$trial.log"; remove; return 1; }
  ! in_container sh -c 'ls /etc/apt/sources.list.d/docker-ce.list /usr/share/keyrings/docker-ce.gpg 2>/dev/null' || return 1
  ! in_container sh -c 'command -v dockerd' || return 1
  remove
}

swapped_package_is_refused() {
  ! run_install swapped SOURCE=docker-ce "VERSION=$engine_version" "DOCKERCEURL=$url/swapped" "KEYFINGERPRINT=$fingerprint" || return 1
  says 'Hash Sum mismatch' || says 'unexpected size' && remove
}

check 'an image is prepared' prepare_image || exit 1
check 'docker-ce: the version asked for is installed, not the newest' run_install docker-ce SOURCE=docker-ce "VERSION=${engine_version%.*}" "DOCKERCEURL=$url/docker-ce" "KEYFINGERPRINT=$fingerprint"
check 'docker-ce: it runs' runs buildx compose
check 'docker-ce: it is that version' engine_is "$engine_version"
check 'docker-ce: it is the package' owned_by docker-ce /usr/bin/dockerd
check 'docker-ce: the package lists are gone' in_container sh -c '! ls /var/lib/apt/lists/*Packages* 2>/dev/null'
remove

check 'moby: true prefers moby, and says so' run_install moby SOURCE=auto MOBY=true "VERSION=$engine_version" "MOBYURL=$url/moby" "KEYFINGERPRINT=$fingerprint"
check 'moby: the log names the source' says "engine $engine_version from source moby"
check 'moby: it runs' runs buildx compose
check 'moby: it is the package' owned_by moby-engine /usr/bin/dockerd
remove

check 'moby: the key of 2025 is taken where the older one does not serve' run_install moby2025 SOURCE=moby "VERSION=$engine_version" "MOBYURL=$url/moby2025" "KEYFINGERPRINT=$fingerprint"
check 'moby: that is the package too' owned_by moby-engine /usr/bin/dockerd
remove

check 'docker-ce: latest is the newest' run_install newest SOURCE=docker-ce "DOCKERCEURL=$url/docker-ce" "KEYFINGERPRINT=$fingerprint"
check 'docker-ce: the newest is in place' says 'installed Docker 99.0.1'
remove

lock="{
  \"docker-$engine_version-$machine.tgz\": \"$static_sum\"
}"
check 'static: the pinned archive is installed' run_install static SOURCE=static "VERSION=${engine_version%%.*}" "STATICURL=$url/static"
check 'static: it runs' runs
check 'static: it belongs to no package' in_container sh -c '! dpkg-query -S /usr/local/bin/dockerd 2>/dev/null && test -x /usr/local/bin/dockerd'
remove
lock=
check 'static: staticSha256 stands in for the lock file' run_install given SOURCE=static "VERSION=$engine_version" "STATICURL=$url/static" "STATICSHA256=$static_sum" BUILDX=none COMPOSE=none
remove

check 'static: no entry, no download' refuses unpinned "no checksum is pinned for version $engine_version" SOURCE=static "VERSION=$engine_version" "STATICURL=$url/static"
check 'static: another checksum is refused' refuses checksum 'is not the file that was pinned' SOURCE=static "VERSION=$engine_version" "STATICURL=$url/static" "STATICSHA256=${static_sum//[0-9]/0}"
check 'static: HTTP 404 is an error' refuses missing "the archive of Docker 1.2.3 could not be fetched" SOURCE=static VERSION=1.2.3 "STATICURL=$url/static" "STATICSHA256=$static_sum"
check 'key: another fingerprint is refused' refuses fingerprint 'is not the pinned one' SOURCE=docker-ce "DOCKERCEURL=$url/docker-ce"
check 'key: a second key beside it is refused' refuses second 'is not the pinned one' SOURCE=docker-ce "DOCKERCEURL=$url/twokeys" "KEYFINGERPRINT=$fingerprint"
check 'key: an HTML page is no key' refuses page 'is not an OpenPGP key' SOURCE=docker-ce "DOCKERCEURL=$url/page" "KEYFINGERPRINT=$fingerprint"
check 'key: HTTP 404 is an error' refuses nokey 'gpg: the server answered 404' SOURCE=docker-ce "DOCKERCEURL=$url/nowhere" "KEYFINGERPRINT=$fingerprint"
check 'repository: no such suite' refuses nosuite 'apt found nothing that it trusts' SOURCE=docker-ce "DOCKERCEURL=$url/nosuite" "KEYFINGERPRINT=$fingerprint"
check 'repository: an index that a stranger signed is refused' refuses resigned 'apt found nothing that it trusts' SOURCE=docker-ce "DOCKERCEURL=$url/resigned" "KEYFINGERPRINT=$fingerprint"
check 'repository: a package that was swapped is refused' swapped_package_is_refused

reportResults
