# shellcheck shell=sh
# A registry on this host's loopback, without TLS or accounts, for the publishing tests.

# `localhost` by name: the devcontainers CLI speaks plain HTTP to no other host.
registry_address=localhost:5000
registry_pid_file=$host_state/registry.pid

# registry_answers_here: whether something on the address speaks the distribution protocol.
registry_answers_here() { curl --silent --fail --max-time 5 --output /dev/null "http://$registry_address/v2/"; }

have_registry() {
    apt_need curl=curl
    if registry_answers_here; then
        left "registry at $registry_address"
        return 0
    fi
    suite=$(host_codename)
    [ -n "$suite" ] || fail "no registry answers at $registry_address, and this is not Debian: start one there"
    unpack "$suite" docker-registry || fail "docker-registry could not be had from $suite"
    did "starts a registry at $registry_address; log $host_log/registry.log, data $host_root/registry"
    cat >"$host_root/registry.yml" <<YAML
version: 0.1
storage:
  filesystem: { rootdirectory: $host_root/registry }
  delete: { enabled: true }
http: { addr: "127.0.0.1:${registry_address#*:}" }
YAML
    (
        exec setsid "$(suite_tree "$suite")/usr/bin/docker-registry" serve "$host_root/registry.yml" \
            </dev/null >"$host_log/registry.log" 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
    ) &
    echo $! >"$registry_pid_file"
    waited=0
    until registry_answers_here; do
        if [ "$waited" -ge 15 ] || ! process_runs "$registry_pid_file" docker-registry; then
            tail -n 20 "$host_log/registry.log" >&2
            fail "the registry does not answer; the end of $host_log/registry.log is above"
        fi
        sleep 1
        waited=$((waited + 1))
    done
}

stop_registry() { stop_process "$registry_pid_file" docker-registry; }
