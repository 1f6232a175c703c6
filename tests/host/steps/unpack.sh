# shellcheck shell=sh
# Packages of a Debian suite, perhaps another than the host's, unpacked below $host_root/<suite>: no maintainer
# script runs, no service starts, and the host's own sources and package database are not touched.

# suite_tree SUITE: the folder that SUITE's packages are unpacked into.
suite_tree() { printf '%s\n' "$host_root/$1"; }

# apt_in_suite SUITE COMMAND...: apt-get with lists, cache and sources of its own, only SUITE in them.
# The rest of the host's apt configuration (proxies, dates) stays in force.
apt_in_suite() {
    apt_root=$host_root/apt/$1
    shift
    apt-get -qq \
        -o Dir::Etc::SourceList="$apt_root/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$apt_root/lists" -o Dir::State::Status="$apt_root/status" \
        -o Dir::Cache="$apt_root/cache" -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false \
        -o APT::Sandbox::User=root "$@" </dev/null
}

# unpack SUITE PACKAGE...: unpacks those that are not there yet. False when the suite or a package cannot be had.
unpack() {
    suite=$1
    shift
    tree=$(suite_tree "$suite")
    wanted=
    for package in "$@"; do
        [ -e "$tree/.unpacked/$package" ] || wanted="$wanted $package"
    done
    if [ -z "$wanted" ]; then
        left "$suite packages in $tree: $*"
        return 0
    fi
    apt_know_archives
    apt_root=$host_root/apt/$suite
    mkdir -p "$apt_root/lists/partial" "$apt_root/cache/archives/partial" "$apt_root/debs" "$tree/.unpacked"
    : >"$apt_root/status"
    suite_sources "$suite" "[signed-by=$debian_keyring]" >"$apt_root/sources.list" || {
        warn "this host's apt sources name no Debian archive, so $suite cannot be had"
        return 1
    }
    did "downloads from $suite:$wanted"
    apt_in_suite "$suite" update || return 1
    # shellcheck disable=SC2086
    (cd "$apt_root/debs" && apt_in_suite "$suite" download $wanted) || return 1
    for package in $wanted; do
        dpkg-deb -x "$apt_root/debs/$package"_*.deb "$tree" || return 1
        : >"$tree/.unpacked/$package"
    done
    did "unpacked into $tree:$wanted"
    rm -rf "$apt_root"
}
