# shellcheck shell=bash
# What has to work for everybody. Sourced by the tests of each user. A registry of this container's own is started first.
source ./inner-image.sh

start_registry() {
  printf '%s\n' 'version: 0.1' 'storage: {inmemory: {}}' 'http: {addr: ":5000"}' >/tmp/registry.yml
  docker-registry serve /tmp/registry.yml >/tmp/registry.log 2>&1 &
  for _ in $(seq 100); do (exec 3<>/dev/tcp/127.0.0.1/5000) 2>/dev/null && return 0; sleep 0.1; done
}
# A context: programs as a tar file, and a Dockerfile that runs them.
make_context() {
  mkdir -p "$1"
  rootfs=$(inner_rootfs sh cat id)
  tar -C "$rootfs" -cf "$1/base.tar" .
  cat >"$1/Dockerfile" <<'DOCKERFILE'
FROM scratch AS base
ADD base.tar /
ARG GREETING=nothing
RUN ["/bin/sh", "-c", "echo $GREETING >/greeting; id -u >/user"]
RUN --mount=type=secret,id=word ["/bin/sh", "-c", "cat /run/secrets/word >/seen 2>/dev/null || :"]
FROM base AS last
LABEL kind=last
CMD ["/bin/cat", "/greeting"]
DOCKERFILE
}
context=$(mktemp -d)/context
make_context "$context"
echo secret >"$context/../word"
cd "$context/.." || exit 1
registry=registry.example.test:5000
layer_files() { for blob in $(tar tf "$1" | grep blobs/sha256/.); do tar xOf "$1" "$blob" | tar tz 2>/dev/null; done; }
config() { tar xOf "$1" "blobs/sha256/$(tar xOf "$1" "blobs/sha256/$(tar xOf "$1" index.json | grep -o 'sha256:[0-9a-f]*' | head -n 1 | cut -d: -f2)" | grep -o 'config[^}]*sha256:[0-9a-f]*' | grep -o '[0-9a-f]\{64\}')"; }

check 'a registry' start_registry
check 'the container is not privileged' bash -c '! grep -qi "^CapBnd:.*1ffffffffff" /proc/self/status'
check 'the container lets images be built' build-image --check
check 'build, with an argument, a label and a secret' build-image -t app:1 --build-arg GREETING=hello --label owner=me --secret id=word,src=word --iidfile id context
check 'the image'"'"'s id' grep -Ex 'sha256:[0-9a-f]{64}' id
check 'again, from the cache' bash -c 'build-image --tag=app:1 --build-arg=GREETING=hello --label owner=me --secret id=word,src=word context 2>&1 | grep -i "using cache"'
check 'an OCI archive' bash -c 'build-image -q -t app:1 --build-arg GREETING=hello -o type=oci,dest=app.tar context && tar tf app.tar | grep -x oci-layout'
check 'holds what was built' bash -c "$(declare -f layer_files); layer_files app.tar | grep -x greeting && layer_files app.tar | grep -x bin/cat"
check 'and its labels' bash -c "$(declare -f config); config app.tar | grep '\"kind\":\"last\"'"
check 'a Docker archive' bash -c 'build-image -q -t app:1 -o type=docker,dest=docker.tar context && tar xOf docker.tar manifest.json | grep app:1'
check 'a stage' bash -c "$(declare -f config); build-image -q --target base -o type=oci,dest=base.tar context && ! config base.tar | grep kind"
check 'another platform' bash -c "$(declare -f config); printf 'FROM scratch\nCOPY word /\n' >arm.Dockerfile && build-image -q -f arm.Dockerfile --platform linux/arm64 -o type=oci,dest=arm.tar . && config arm.tar | grep arm64"
check 'the same input gives the same image' bash -c 'build-image -q --no-cache --reproducible --iidfile one context; sleep 1; build-image -q --no-cache --reproducible --iidfile two context; cmp one two'
check 'push two tags' build-image -q -t $registry/app:1 -t $registry/app:latest --push --digest-file digest context
check 'the digest of what was pushed' bash -c "grep -Ex 'sha256:[0-9a-f]{64}' digest && curl -fsSI -H 'Accept: application/vnd.oci.image.manifest.v1+json' http://$registry/v2/app/manifests/latest | grep -i \"\$(cat digest)\""
check 'layers into a registry' build-image -q --cache-to $registry/cache --build-arg GREETING=cached context
build-image --prune
check 'and from there, after a prune' bash -c "build-image --cache-from $registry/cache --build-arg GREETING=cached context 2>&1 | tee said | grep -i 'cache'"
check 'build on what was pushed' bash -c "printf 'FROM $registry/app:1\nRUN [\"/bin/sh\", \"-c\", \"cat /greeting\"]\n' >from.Dockerfile && build-image -f from.Dockerfile . 2>&1 | grep -x nothing"
