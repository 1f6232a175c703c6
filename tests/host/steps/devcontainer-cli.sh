# shellcheck shell=sh
# The Dev Containers CLI, in the version that package.json pins, in this folder's node_modules.

cli_bin=$here/node_modules/.bin

# devcontainer_cli_version: the version that is there; nothing when none is.
devcontainer_cli_version() { "$cli_bin/devcontainer" --version 2>/dev/null; }

have_devcontainer_cli() {
    pinned=$(sed -n 's/.*"@devcontainers\/cli": "\(.*\)".*/\1/p' "$here/package.json")
    command -v npm >/dev/null 2>&1 || fail "there is no npm: install Node.js 20 or newer, which the devcontainers CLI $pinned needs"
    if [ "$(devcontainer_cli_version)" = "$pinned" ]; then
        left "devcontainers CLI $pinned: $cli_bin/devcontainer"
        return 0
    fi
    did "installs the devcontainers CLI $pinned into $here/node_modules"
    (cd "$here" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2) ||
        fail "npm ci in $here failed; see its message above"
    [ "$(devcontainer_cli_version)" = "$pinned" ] ||
        fail "the devcontainers CLI does not run after npm ci; it needs Node.js 20 or newer, and this is $(node --version)"
}
