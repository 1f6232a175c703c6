#!/bin/sh
# debian-image-settings.sh ROOT: the settings for containers that Debian's own images have beyond a plain minbase
# system: packages start no services, and apt keeps neither archives, caches nor translations.
# The list is that of an official image's /etc/apt/apt.conf.d and /usr/sbin.
set -eu
root=$1

printf '#!/bin/sh\n# A container has no init system that could run services.\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 0755 "$root/usr/sbin/policy-rc.d"

cat >"$root/etc/apt/apt.conf.d/docker-clean" <<'APT'
// Downloaded packages and apt's binary caches would only make image layers larger.
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
APT
echo 'Acquire::Languages "none";' >"$root/etc/apt/apt.conf.d/docker-no-languages"
echo 'Acquire::GzipIndexes "true";' >"$root/etc/apt/apt.conf.d/docker-gzip-indexes"
echo 'APT::AutoRemove::SuggestsImportant "false";' >"$root/etc/apt/apt.conf.d/docker-autoremove-suggests"
echo 'force-unsafe-io' >"$root/etc/dpkg/dpkg.cfg.d/docker-apt-speedup"

# The name under which scripts look for it; mmdebstrap puts a number before it.
for sources in "$root"/etc/apt/sources.list.d/*debian.sources; do
    [ "$sources" = "$root/etc/apt/sources.list.d/debian.sources" ] || mv "$sources" "$root/etc/apt/sources.list.d/debian.sources"
done
rm -f "$root/etc/hostname" "$root/etc/resolv.conf"
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin "$root"/var/log/*.log "$root"/var/log/apt
