# Sourced by every stub: writes down the call. Words end with the unit separator, calls with the record separator.
sandbox=/.sandbox
program=${0##*/}
call=$program
for word in "$@"; do call="$call$(printf '\037')$word"; done
printf '%s\036' "$call" >>$sandbox/calls

# What stands for the contents of the address $1; a text that begins with the mark below where nobody said anything about it.
fetched() {
  while IFS='	' read -r pattern file; do
    # shellcheck disable=SC2254 # a pattern is meant
    case $1 in $pattern) cat "$sandbox/files/$file" && return ;; esac
  done <$sandbox/downloads
  printf '# featuresmith sandbox: %s was not fetched\n' "$1"
}

is_fake() { [ -f "$1" ] && [ "$(head -c 22 "$1")" = '# featuresmith sandbox' ]; }
