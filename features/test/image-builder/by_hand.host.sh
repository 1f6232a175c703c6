#!/bin/sh
# Installed twice; containers that lack something, and what the command says then.
set -eu
. ./dev-container-features-test-lib

inside() { $ENGINE exec "$CONTAINER_ID" "$@"; }
$ENGINE cp .devcontainer/image-builder "$CONTAINER_ID:/tmp/feature"
sum() { inside sh -c 'cat /usr/local/share/image-builder/* /etc/subuid /etc/subgid 2>/dev/null | cksum; getcap /usr/bin/newuidmap'; }
again() { inside env _REMOTE_USER=root sh /tmp/feature/install.sh; }
other() { inside env _REMOTE_USER=root STORAGEDRIVER=vfs REGISTRYMIRRORS=a.example.test=b.example.test sh /tmp/feature/install.sh; }
before=$(sum)
check 'a second install with the same options' again
check 'changes nothing' test "$before" = "$(sum)"
check 'a third with others' other
check 'storageDriver' inside grep -x storage_driver=vfs /usr/local/share/image-builder/config.sh
check 'registryMirrors' inside grep -A 3 'location = "a.example.test"' /etc/containers/registries.conf.d/50-image-builder.conf

image=$($ENGINE inspect --format '{{.Image}}' "$CONTAINER_ID")
build() { $ENGINE run --rm --label "$CASE_LABEL" --volume "$PWD:/work" --workdir /work "$@" "$image" bash -c '. ./inner-image.sh; mkdir -p /tmp/c; tar -C "$(inner_rootfs sh)" -cf /tmp/c/base.tar .
  printf "FROM scratch\nADD base.tar /\nRUN [\"/bin/sh\", \"-c\", \"echo built\"]\n" >/tmp/c/Dockerfile; build-image /tmp/c' >said 2>&1; }
refused() { ! build "$@" && cat said; }
check 'with the default seccomp profile the command says what is missing' refused
check 'namely' grep 'USER_NAMESPACES_REFUSED' said
check 'and what helps' grep '"seccomp=unconfined"' said
check 'without a volume it works, with copies' build --security-opt seccomp=unconfined
check 'with /dev/fuse too' build --security-opt seccomp=unconfined --device /dev/fuse
check 'no-new-privileges is root'"'"'s to bear' build --security-opt seccomp=unconfined --security-opt no-new-privileges
check 'and a user'"'"'s not' refused --security-opt seccomp=unconfined --security-opt no-new-privileges --user developer
check 'which is said' grep NO_NEW_PRIVILEGES said
reportResults
