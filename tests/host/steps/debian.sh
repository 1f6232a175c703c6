# shellcheck shell=sh
# Which Debian this is and where it gets its packages.

# host_codename: bookworm, trixie, ...; empty when this host is no Debian.
host_codename() {
    # In a subshell: os-release assigns NAME, VERSION and more.
    (
        ID='' VERSION_CODENAME=''
        # shellcheck source=/dev/null
        [ ! -r /etc/os-release ] || . /etc/os-release
        [ "$ID" != debian ] || printf '%s\n' "${VERSION_CODENAME:-sid}"
    )
}

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The archives that the host itself uses, so that a mirror nearby serves other suites and the base images as well.
# Empty, and false, where the host names none.
debian_archive() { archive_in_use /debian; }
security_archive() { archive_in_use /debian-security; }

# archive_in_use PATH: the first address among the host's Debian sources that ends with PATH.
archive_in_use() {
    # apt fills in $(SITE), not the shell.
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null |
        sed 's,/*$,,' | grep -m 1 "$1\$"
}

# suite_sources SUITE [OPTIONS]: sources.list lines for SUITE with its updates and security suites, as in
# Debian's own images. OPTIONS are sources.list(5) options, such as [signed-by=FILE].
suite_sources() {
    archive=$(debian_archive) || return 1
    echo "deb ${2-}${2:+ }$archive $1 main"
    # sid gets everything directly.
    [ "$1" != sid ] || return 0
    echo "deb ${2-}${2:+ }$archive $1-updates main"
    if security=$(security_archive); then
        echo "deb ${2-}${2:+ }$security $1-security main"
    fi
}

# suite_sources_deb822 SUITE: the same as a .sources file, which is what Debian's images have had since bookworm.
suite_sources_deb822() {
    # First into a variable: in a pipe its failure would be lost.
    lines=$(suite_sources "$1") || return 1
    printf '%s\n' "$lines" | while read -r _ archive suite component; do
        printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: %s\n' "$archive" "$suite" "$component"
        printf 'Signed-By: %s\n\n' "$debian_keyring"
    done
}
