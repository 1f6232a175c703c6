# shellcheck shell=sh
# debian:<suite> images: those of the engine, else of a registry, else built from Debian's archive.

# has_image IMAGE: whether the engine has it.
has_image() { docker image inspect --format '{{.Id}}' "$1" >/dev/null 2>&1; }

# have_base_images SUITE...
have_base_images() {
    registry_answers=unknown
    for suite in "$@"; do
        image=debian:$suite
        if has_image "$image"; then
            left "image $image"
        elif pull_image "$image"; then
            did "pulled $image"
        else
            build_image "$suite"
        fi
    done
}

# pull_image IMAGE: after one failure no other pull is tried: where no registry answers, each costs its timeout.
pull_image() {
    [ "$registry_answers" != no ] || return 1
    did "pulls $1"
    if timeout 180 docker pull --quiet "$1" </dev/null >"$host_log/pull.log" 2>&1; then
        return 0
    fi
    registry_answers=no
    warn "cannot pull $1: $(tail -n 1 "$host_log/pull.log")"
    return 1
}

# build_image SUITE: debian:SUITE with the same packages and sources as Debian's own image.
build_image() {
    apt_need mmdebstrap=mmdebstrap
    apt_know_archives
    log=$host_log/mmdebstrap-$1.log
    work=$(mktemp -d "$host_state/debian-$1.XXXXXX")
    suite_sources_deb822 "$1" >"$work/debian.sources" ||
        fail "cannot build debian:$1: this host's apt sources name no Debian archive"
    # Where this host's apt does not check the dates of its archive, the image's apt cannot either.
    apt-config dump | grep '^Acquire::Check-' >"$work/dates.conf" || :
    did "builds debian:$1 with mmdebstrap; log $log"
    # By way of a file: a pipe loses the first program's exit code, and half an archive may well be imported.
    mmdebstrap --mode=root --variant=minbase --format=tar --aptopt="$work/dates.conf" \
        --customize-hook="$here/steps/debian-image-settings.sh" \
        "$1" "$work/image.tar" "$work/debian.sources" >"$log" 2>&1 </dev/null || {
        tail -n 20 "$log" >&2
        rm -rf "$work"
        fail "mmdebstrap could not build debian:$1; the whole output is in $log"
    }
    docker import --change 'CMD ["bash"]' "$work/image.tar" "debian:$1" >/dev/null || fail "docker import of debian:$1 failed"
    rm -rf "$work"
    did "built debian:$1"
}
