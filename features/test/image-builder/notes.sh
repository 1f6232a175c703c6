#!/bin/bash
# Runs every command that NOTES.md shows, in its order. The registry, and the image that the Dockerfile there is made from, come first.
set -e
source ./dev-container-features-test-lib
source ./notes-blocks.sh
notes=$PWD/$notes
source ./works.sh

base_image() {
  mkdir -p base && tar -C "$(inner_rootfs sh cat)" -cf base/base.tar . && printf 'FROM scratch\nADD base.tar /\n' >base/Dockerfile
  build-image -q --tag registry.example.test:5000/base:1 --push base
}
check 'the base image' base_image
mkdir project && cd project
write_blocks sh /tmp/blocks
write_file Dockerfile
check 'there are commands in NOTES.md' test -f /tmp/blocks/3
for block in $(find /tmp/blocks -type f | sort -V); do
  check "$(head -n 1 "$block")" bash -euxo pipefail "$block"
done
check 'every flag in the table is one' bash -c "
  for flag in \$(sed -n '/^| Kaniko/,/^\$/s/^|[^|]*|\\([^|]*\\)|.*/\\1/p' '$notes' | grep -o -e '--[a-z][a-z-]*' | sort -u); do
    build-image --help | grep -qe \"\$flag\" || { echo \"\$flag\"; exit 1; }
  done"

reportResults
