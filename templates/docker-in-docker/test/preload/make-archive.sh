#!/bin/sh
# Writes the file $1: an archive as `docker save` makes it, of the image preloaded:1, made of cat and its libraries without an engine.
# Format: https://github.com/opencontainers/image-spec/blob/main/config.md and docker save's manifest.json.
set -eu
work=$(mktemp -d)
mkdir -p "$work/root/bin" "$work/archive"
cp -L /bin/cat "$work/root/bin/cat"
ldd /bin/cat | grep -o '/[^ ]*' | while read -r library; do
  mkdir -p "$work/root$(dirname "$library")"
  cp -L "$library" "$work/root$library"
done
echo 'hello from the archive' >"$work/root/greeting"
tar -C "$work/root" -cf "$work/archive/layer.tar" .
sum=$(sha256sum "$work/archive/layer.tar" | cut -c1-64)
cat >"$work/archive/config.json" <<JSON
{"architecture":"$(dpkg --print-architecture)","os":"linux","config":{"Cmd":["/bin/cat","/greeting"]},
 "rootfs":{"type":"layers","diff_ids":["sha256:$sum"]}}
JSON
echo '[{"Config":"config.json","RepoTags":["preloaded:1"],"Layers":["layer.tar"]}]' >"$work/archive/manifest.json"
tar -C "$work/archive" -cf "$1" .
rm -rf "$work"
