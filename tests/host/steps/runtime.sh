# shellcheck shell=sh
# The OCI runtime of the engine that is started here: runc, behind a wrapper where the host needs one.

# write_daemon_configuration: dockerd's configuration file, and the wrapper that it names, if any.
write_daemon_configuration() {
    wrapper=$host_root/libexec/runc-wrapper
    lacking=$("$here/runc-wrapper" lacking | tr '\n' ' ')
    mkdir -p "$host_root/libexec"
    if [ -z "$lacking" ]; then
        left "runc as it is: this host lacks no capability"
        echo '{}' >"$host_root/daemon.json"
        return 0
    fi
    warn "this host lacks ${lacking% }: by itself, runc fails at what needs it (privileged containers of older engines, raised limits)"
    did "makes $wrapper the default runtime; it asks runc for no more than this host has"
    install -m 0755 "$here/runc-wrapper" "$wrapper.new"
    mv "$wrapper.new" "$wrapper"
    cat >"$host_root/daemon.json" <<JSON
{
  "default-runtime": "within-bounds",
  "runtimes": { "within-bounds": { "path": "$wrapper" } }
}
JSON
}
