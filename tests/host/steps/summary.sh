# shellcheck shell=sh
# What this host has in the end, and how a shell comes to use it.

# summary SUITE...: one line a thing, on stderr.
summary() {
    {
        printf '\n'
        docker info --format 'engine      {{.ServerVersion}}
storage     {{.Driver}}
cgroups     version {{.CgroupVersion}}, driver {{.CgroupDriver}}
runtime     {{.DefaultRuntime}}'
        printf 'client      %s\n' "$(docker --version)"
        printf 'buildx      %s\n' "$(docker buildx version 2>/dev/null || echo none)"
        printf 'compose     %s\n' "$(docker compose version --short 2>/dev/null || echo none)"
        printf 'devcontainer %s\n' "$(devcontainer_cli_version)"
        for suite in "$@"; do
            printf 'image       debian:%s %s\n' "$suite" "$(docker image inspect --format '{{slice .Id 7 19}}, built {{slice .Created 0 10}}' "debian:$suite")"
        done
        [ "$want_registry" = no ] || printf 'registry    %s\n' "$registry_address"
    } >&2
}

# print_environment: POSIX shell assignments, for eval, on stdout.
print_environment() {
    printf "PATH='%s':\$PATH\n" "$cli_bin:$host_bin"
    echo 'export PATH'
    if [ "$want_registry" = yes ]; then
        printf "FEATURESMITH_TEST_REGISTRY='%s'\n" "$registry_address"
        echo 'export FEATURESMITH_TEST_REGISTRY'
    fi
}
