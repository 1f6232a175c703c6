# shellcheck shell=sh
# An engine that answers, a client that reaches it, and the client's plugins.

# One of the folders that every docker client looks into, whoever runs it (docker/cli, cli-plugins/manager).
plugin_folder=/usr/local/lib/docker/cli-plugins

# client_packages SUITE, engine_packages SUITE: until bookworm, docker.io held the client as well.
client_packages() {
    case $1 in
    bullseye | bookworm) echo docker.io ;;
    *) echo docker-cli ;;
    esac
}
engine_packages() {
    case $1 in
    bullseye | bookworm) echo docker.io containerd tini ;;
    *) echo docker.io containerd tini docker-cli docker-buildx docker-compose ;;
    esac
}

# engine_suites: Debian suites to take the engine from, best first. trixie's programs run on bookworm's libraries
# and bring BuildKit; bookworm's docker.io 20.10 has no buildx.
engine_suites() {
    case $(host_codename) in
    '') return 1 ;;
    bookworm) echo trixie bookworm ;;
    *) host_codename ;;
    esac
}

# have_client: a docker client on the PATH, $host_bin included.
have_client() {
    if command -v docker >/dev/null 2>&1; then
        left "docker client: $(command -v docker)"
        return 0
    fi
    suites=$(engine_suites) || fail "there is no docker client, and this is not Debian: install one"
    for suite in $suites; do
        # shellcheck disable=SC2046
        if unpack "$suite" $(client_packages "$suite"); then
            ln -sf "$(suite_tree "$suite")/usr/bin/docker" "$host_bin/docker"
            did "links $host_bin/docker to $suite's client"
            return 0
        fi
        warn "no docker client from $suite"
    done
    fail "no docker client could be had from: $suites"
}

# have_plugin NAME: the client's plugin; where the client has none, that of a suite unpacked here.
have_plugin() {
    if docker "$1" version >/dev/null 2>&1; then
        left "docker $1: $(docker "$1" version 2>/dev/null | head -n 1)"
        return 0
    fi
    for suite in $(engine_suites); do
        plugin=$(suite_tree "$suite")/usr/libexec/docker/cli-plugins/docker-$1
        [ -x "$plugin" ] || continue
        mkdir -p "$plugin_folder"
        ln -sf "$plugin" "$plugin_folder/docker-$1"
        did "links $plugin_folder/docker-$1 to $suite's"
        return 0
    done
    warn "the docker client has no plugin $1"
}

# have_engine: an engine that answers; if none does, one from apt, started by hand.
have_engine() {
    if version=$(engine_answers); then
        left "engine $version answers"
        return 0
    fi
    suites=$(engine_suites) || fail "no engine answers, and this is not Debian: start one, then run this again"
    apt_need runc=runc iptables=iptables ps=procps xz=xz-utils update-ca-certificates=ca-certificates
    write_daemon_configuration
    for suite in $suites; do
        tree=$(suite_tree "$suite")
        # shellcheck disable=SC2046
        if unpack "$suite" $(engine_packages "$suite") && start_daemon "$tree"; then
            did "engine $(engine_answers) from $suite answers"
            return 0
        fi
        warn "no engine from $suite"
    done
    fail "no engine could be started from: $suites"
}
