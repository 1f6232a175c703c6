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
  chgrp -R docker "$own_certificates.new"
  chmod 0750 "$own_certificates.new"
  chmod 0640 "$own_certificates.new"/*.pem
  mv "$own_certificates.new" "$own_certificates"
fi
end_start
