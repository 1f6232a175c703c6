# shellcheck shell=sh
# What the scripts in this folder say, all of it on stderr: stdout is kept for --print-env.

# did WORDS: something on this host was changed.
did() { printf 'host: %s\n' "$*" >&2; }

# left WORDS: something was as it should be and was left alone.
left() { printf 'host: left   %s\n' "$*" >&2; }

# warn WORDS: going on, but the reader should know.
warn() { printf 'host: warning: %s\n' "$*" >&2; }

# fail WORDS: this host cannot be made ready; the words say why and the way out. Exits 4, as `featuresmith`
# does where the environment lacks something.
fail() {
    printf 'host: error: %s\n' "$*" >&2
    exit 4
}
