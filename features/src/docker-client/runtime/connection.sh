# Where the daemon is and how it is spoken to. What a person sets in the environment goes before the options.
host=${DOCKER_HOST:-$option_host}
# The copy that belongs to group docker; the daemon's own key may be for its root alone.
own_certificates=/run/docker-client-certificates

# True where the daemon is spoken to with TLS: as docker:dind does it, any TCP port but 2375.
uses_tls() {
  case $tls/$host in
    true/tcp://*) ;;
    false/* | auto/tcp://*:2375) return 1 ;;
    auto/tcp://*) ;;
    *) return 1 ;;
  esac
}

has_certificates() { [ -s "$1/ca.pem" ] && [ -s "$1/cert.pem" ] && [ -s "$1/key.pem" ]; }

# Prints the folder of the pair in use: the person's, our copy, or the one that the daemon made.
certificate_folder() {
  if [ -n "${DOCKER_CERT_PATH-}" ]; then
    echo "$DOCKER_CERT_PATH"
  elif has_certificates "$own_certificates"; then
    echo "$own_certificates"
  else
    echo "$certificates"
  fi
}

# The client, talking to that daemon whatever context or configuration the person has. `docker version` fails where no daemon answers.
remote_docker() {
  pair=
  if uses_tls; then pair=$(certificate_folder); fi
  DOCKER_HOST=$host DOCKER_CONTEXT='' DOCKER_TLS_VERIFY=${pair:+1} DOCKER_CERT_PATH=$pair DOCKER_CONFIG=/nonexistent docker "$@"
}

# Calls the function $1 five times a second until it succeeds or $2 seconds are over.
patiently() {
  ticks=$(($2 * 5))
  until "$1"; do
    if [ "$ticks" -le 0 ]; then return 1; fi
    ticks=$((ticks - 1))
    sleep 0.2
  done
}
