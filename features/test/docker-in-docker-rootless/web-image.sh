#!/bin/bash
# A server for tests, and a client: perl-base answers "hello from NAME" on port 8080, bash asks by /dev/tcp.
. ./inner-image.sh

# shellcheck disable=SC2016 # Perl's variables
server='$| = 1; socket($s, 2, 1, 6) or die; setsockopt($s, 1, 2, 1); bind($s, pack("S n a4 x8", 2, 8080, "\0\0\0\0")) or die $!;
  listen($s, 5); while (accept($c, $s)) { syswrite $c, "hello from $ENV{NAME}\n"; close $c }'

# Imports the image "web": its command is the server.
import_web() {
  import_inner web-parts sh bash perl cat sleep readlink
  printf 'FROM web-parts\nCMD ["perl", "/server.pl"]\nENV NAME=web\nCOPY server.pl /\n' >/tmp/web.Dockerfile
  mkdir -p /tmp/web && printf '%s\n' "$server" >/tmp/web/server.pl
  "$client" build --quiet --file /tmp/web.Dockerfile --tag web /tmp/web >/dev/null
}

# Prints what the server at host $1, port $2 says; tries for five seconds, because a server needs a moment.
ask() {
  for _ in $(seq 50); do
    if { exec 3<>"/dev/tcp/$1/$2"; } 2>/dev/null; then
      cat <&3
      return 0
    fi
    sleep 0.1
  done
  return 1
}
