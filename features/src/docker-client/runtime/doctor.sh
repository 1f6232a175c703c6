# docker-client doctor: looks for what commonly goes wrong.
# What a doctor finds: a line for each, with a code that can be searched for, what it is, what helps. Exit code 0 where nothing is
# wrong, 1 otherwise.
findings=0
finding() {
  findings=$((findings + 1))
  printf '%s: %s\n    %s\n' "$1" "$2" "$3"
}

check_login_helper() {
  client_configuration=${DOCKER_CONFIG:-${HOME:-/root}/.docker}/config.json
  if [ ! -f "$client_configuration" ]; then return 0; fi
  helper=$(sed -n 's/.*"credsStore": *"\([^"]*\)".*/\1/p' "$client_configuration")
  if [ -n "$helper" ] && ! command -v "docker-credential-$helper" >/dev/null 2>&1; then
    finding LOGIN_HELPER "the client's configuration names the credential helper $helper, which is not here" \
      'remove credsStore from ~/.docker/config.json, then: docker login'
  fi
}

# The doctor's last word, and its exit code: 0 where nothing was found, 1 otherwise.
conclude() { [ "$findings" -eq 0 ] && echo 'nothing is wrong'; }


folder=$(certificate_folder)
name=${host#*://}
name=${name%%/*}
name=${name#*@}
if uses_tls && ! has_certificates "$folder"; then
  finding NO_CERTIFICATES "there are no ca.pem, cert.pem and key.pem in $folder" \
    'share the folder to which the daemon writes them, then: sudo docker-client start'
elif uses_tls && [ ! -r "$folder/key.pem" ]; then
  finding KEY_UNREADABLE "user $(id -u) may not read $folder/key.pem" 'put the user into group docker and log in again'
fi
case $host in
  tcp://* | ssh://*)
    case ${name%:*} in
      *[!0-9.]*) getent hosts "${name%:*}" >/dev/null 2>&1 || finding NAME_UNKNOWN "there is no host ${name%:*} on this network" \
        'let both services be on one network, and the daemon'"'"'s service bear that name' ;;
    esac
    ;;
esac
if [ "$findings" -eq 0 ] && ! said=$(remote_docker version 2>&1 >/dev/null); then
  case $said in
    *x509* | *certificate*) finding CERTIFICATE "the daemon's certificate is refused: $(printf '%s' "$said" | tail -n 1)" \
      'the pair is another daemon'"'"'s, or its name is not in the certificate; fetch it anew: sudo docker-client start' ;;
    *'HTTP request to an HTTPS server'*) finding TLS_EXPECTED "the daemon at $host wants TLS" 'set option tls to auto or true' ;;
    *'HTTP response to HTTPS client'*) finding TLS_UNEXPECTED "the daemon at $host has no TLS" 'set option tls to false, or port 2375' ;;
    *) finding DAEMON_SILENT "no daemon answers at $host: $(printf '%s' "$said" | tail -n 1)" 'see the log of the daemon'"'"'s service' ;;
  esac
fi
if ! uses_tls; then
  case $host in tcp://127.* | tcp://localhost*) ;; tcp://*) finding WITHOUT_TLS "the way to $host is not encrypted, and whoever reaches that port owns the daemon" \
    'use port 2376 with certificates' ;; esac
fi
check_login_helper
conclude
