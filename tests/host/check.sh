#!/bin/sh
# Proves that up.sh has made this host ready: each check prints what it ran, the last line counts them.
# Needs no network besides Debian's archive. Exit codes: 0 all passed, 1 some failed.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
eval "$("$here/up.sh" --print-env)"

mark=featuresmith-host-check-$$
work=$(mktemp -d)
passed=0
failed=0

clean_up() {
    docker ps -aq --filter "label=$mark" | xargs -r docker rm -f -v >/dev/null
    docker image ls -q --filter "reference=$mark*" | sort -u | xargs -r docker image rm -f >/dev/null
    [ ! -s "$work/images" ] || sort -u "$work/images" | xargs docker image rm -f >/dev/null
    rm -rf "$work"
}
trap clean_up EXIT

# check SENTENCE FUNCTION ARGUMENT...: runs it with `set -e` in force; what it printed is shown indented.
check() {
    sentence=$1
    shift
    # A command before && or if would run without set -e.
    set +e
    (set -e; "$@") >"$work/output" 2>&1 </dev/null
    code=$?
    set -e
    if [ "$code" -eq 0 ]; then
        passed=$((passed + 1))
        echo "ok   $sentence"
    else
        failed=$((failed + 1))
        echo "FAIL $sentence (exit code $code)"
    fi
    sed 's/^/       /' "$work/output"
}

second_run_leaves_everything() {
    "$here/up.sh" 2>"$work/second"
    # Up to the blank line come the actions, after it the summary.
    sed '/^$/,$d' "$work/second"
    ! sed '/^$/,$d' "$work/second" | grep -v '^host: left '
}

privileged_container_runs() {
    docker run --rm --label "$mark" --privileged "debian:$1" grep CapEff /proc/self/status
}

exec_and_limits_work() {
    docker run -d --label "$mark" --name "$mark-limits" --init --ulimit nofile=1048576 "debian:$1" sleep 600
    docker exec --privileged "$mark-limits" grep -E 'CapEff|Name' /proc/self/status
    docker exec "$mark-limits" sh -c 'echo "open files: $(ulimit -n)"'
    # Through the wrapper, if there is one, an exit code stays the command's own.
    code=0
    docker exec "$mark-limits" sh -c 'exit 42' || code=$?
    echo "exit code: $code"
    [ "$code" -eq 42 ]
}

apt_works_inside() {
    docker run --rm --label "$mark" "debian:$1" sh -ec 'apt-get -qq update && apt-get -qq install -y --no-install-recommends file >/dev/null 2>&1; file --version'
}

buildx_builds() {
    mkdir -p "$work/build"
    printf 'FROM debian:%s\nRUN --mount=type=tmpfs,target=/scratch echo built > /proof\n' "$1" >"$work/build/Dockerfile"
    docker buildx build --load --quiet --tag "$mark:buildx" "$work/build"
    [ "$(docker run --rm --label "$mark" "$mark:buildx" cat /proof)" = built ]
}

# What the smoke tests do with every case, at its smallest. No registry is asked.
devcontainer_installs_a_local_feature() {
    feature=$work/$1/.devcontainer/proof
    mkdir -p "$feature"
    echo '{"id":"proof","version":"1.0.0","name":"Proof","privileged":true,"options":{"word":{"type":"string","default":"none"}}}' \
        >"$feature/devcontainer-feature.json"
    # $WORD is for the script.
    # shellcheck disable=SC2016
    printf '#!/bin/sh\nset -eu\necho "$WORD" > /proof\n' >"$feature/install.sh"
    echo "{\"image\":\"debian:$1\",\"features\":{\"./proof\":{\"word\":\"given\"}}}" >"$work/$1/.devcontainer/devcontainer.json"
    devcontainer up --workspace-folder "$work/$1" --omit-syntax-directive --id-label "$mark=$1" 2>"$work/up.log" || {
        tail -n 20 "$work/up.log"
        return 1
    }
    docker ps -q --filter "label=$mark=$1" | xargs docker inspect --format '{{.Image}}' >>"$work/images"
    word=$(devcontainer exec --workspace-folder "$work/$1" --id-label "$mark=$1" cat /proof)
    echo "devcontainer exec says: $word"
    [ "$word" = given ]
}

# The inner engine has a volume for its data: overlay2 does not work on the outer engine's overlay.
inner_engine_runs_a_container() {
    docker run -d --label "$mark" --name "$mark-inner" --privileged --volume /var/lib/docker debian:trixie sleep 600
    docker exec "$mark-inner" sh -ec '
        apt-get -qq update
        apt-get -qq install -y --no-install-recommends docker.io docker-cli iptables >/dev/null 2>&1
        dockerd >/var/log/dockerd.log 2>&1 &
        timeout 30 sh -c "until docker version >/dev/null 2>&1; do sleep 1; done" || { tail /var/log/dockerd.log; exit 1; }
        docker info --format "inner engine {{.ServerVersion}}, {{.Driver}}, runtime {{.DefaultRuntime}}"'
    docker save debian:trixie | docker exec -i "$mark-inner" docker load
    docker exec "$mark-inner" docker run --rm debian:trixie echo 'a container inside the container'
    docker exec "$mark-inner" docker run --rm --privileged debian:trixie echo 'a privileged one inside the container'
}

check 'a second run of up.sh leaves everything alone' second_run_leaves_everything
for suite in bookworm trixie; do
    check "a privileged container of debian:$suite runs" privileged_container_runs "$suite"
    check "apt installs a package inside debian:$suite" apt_works_inside "$suite"
    check "the devcontainers CLI installs a local Feature into debian:$suite" devcontainer_installs_a_local_feature "$suite"
done
check 'privileged exec works, a limit above that of the host does no harm, exit codes pass' exec_and_limits_work trixie
check 'buildx builds an image' buildx_builds trixie
check 'an engine inside a privileged container runs a container' inner_engine_runs_a_container

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
