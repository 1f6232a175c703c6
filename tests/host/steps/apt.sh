# shellcheck shell=sh
# Packages of the host's own suite, installed the usual way.

apt_updated=no

# apt_update: refreshes the host's package lists, at most once a run.
apt_update() {
    [ "$apt_updated" = no ] || return 0
    did "runs apt-get update"
    apt-get -qq update || fail "apt-get update failed; see its message above"
    apt_updated=yes
}

# apt_know_archives: refreshes the package lists where there are none, as on a new machine: apt tells what an
# archive is only from its lists.
apt_know_archives() { debian_archive >/dev/null || apt_update; }

# apt_need PROGRAM=PACKAGE...: installs the packages whose program is not there, without recommended ones.
apt_need() {
    missing=
    for pair in "$@"; do
        if command -v "${pair%%=*}" >/dev/null 2>&1; then
            left "${pair%%=*}: $(command -v "${pair%%=*}")"
        else
            missing="$missing ${pair#*=}"
        fi
    done
    [ -n "$missing" ] || return 0
    apt_update
    did "installs from apt:$missing"
    # Split on purpose: package names hold no blanks.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing </dev/null >"$host_log/apt.log" 2>&1 || {
        tail -n 20 "$host_log/apt.log" >&2
        fail "apt-get install$missing failed; the whole output is in $host_log/apt.log"
    }
}
