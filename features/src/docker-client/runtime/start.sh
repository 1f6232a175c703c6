# docker-client start [SECONDS]: waits for the client's pair that the daemon makes at its first start, and copies it for group docker.
# The start of something that only one may start, once a run of the container.

# Ends the start, leaving the reason for the verb `wait` and for a person.
give_up() {
  set_state failed "$@"
  rm -rf "$run/lock"
  fail "$@"
}

# A start that was killed leaves its lock behind; a lock whose holder is gone is nobody's.
take_lock() {
  while ! mkdir "$run/lock" 2>/dev/null; do
    if ! read_pid "$run/lock/pid" || process_lives "$pid"; then return 1; fi
    rm -rf "$run/lock"
  done
  echo $$ >"$run/lock/pid"
}

# Makes the folder of this run and removes those of earlier ones.
open_run() {
  if [ -d "$run" ]; then return 0; fi
  mkdir -p "$run" || fail "$run cannot be made" 'the folder above it has to be writable: mount a tmpfs there'
  for old in /run/docker-client/*; do
    if [ "$old" != "$run" ]; then rm -rf "$old"; fi
  done
}

# Waits for the socket $1 of the process whose number is in $run/$2.pid; false when it has died or $start_timeout seconds are over.
await_socket() {
  ticks=0
  while [ ! -S "$1" ]; do
    sleep 0.01
    ticks=$((ticks + 1))
    if [ "$ticks" -ge $((start_timeout * 100)) ] || { read_pid "$run/$2.pid" && ! process_lives "$pid"; }; then return 1; fi
  done
}

# Whoever comes second has nothing to do.
begin_start() {
  open_run
  if take_lock; then return 0; fi
  say "somebody else is at it; see: $command wait"
  exit 0
}

# Records that the start has ended well.
end_start() {
  set_state ready
  rm -rf "$run/lock"
}

# Lets group docker read the client's pair in folder $1: whoever may use the socket may use the client's key.
open_certificates() {
  chgrp -R docker "$1"
  chmod 0750 "$1"
  chmod 0640 "$1"/*.pem
}


made() { has_certificates "$certificates"; }

[ "$(id -u)" -eq 0 ] || fail 'only root may read what the daemon made' 'run it as root: sudo docker-client start'
begin_start
set_state starting
# Of an earlier run, and perhaps of another daemon.
rm -rf "$own_certificates"
if uses_tls && [ -z "${DOCKER_CERT_PATH-}" ]; then
  patiently made "${1:-$wait_seconds}" || give_up "no certificates in $certificates: ca.pem, cert.pem and key.pem" \
    'share the folder that the daemon writes them to (option tlsCertDir), or set tls to false for a daemon without TLS'
  mkdir -p "$own_certificates.new"
  cp "$certificates/ca.pem" "$certificates/cert.pem" "$certificates/key.pem" "$own_certificates.new/"
  open_certificates "$own_certificates.new"
  mv "$own_certificates.new" "$own_certificates"
fi
end_start
