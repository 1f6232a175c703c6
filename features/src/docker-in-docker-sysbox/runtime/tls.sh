# Certificates for the API over TCP, laid out as docker:dind lays them out: ca/, server/ and client/ with key.pem, cert.pem, ca.pem.
# EC keys (three RSA keys of 4096 bits take seconds); the authority and the client's pair stay, and the server's is signed again when
# a name or an address has changed or its time is nearly up.
certificates=$state_dir/certs
days=825

# True where the IPv4 address $1 lies in the network of an inner bridge (/proc/net/route: interface, destination and mask, the two in
# hexadecimal, bytes in reverse). Bridges come and go with inner networks, and a certificate must not change with them.
is_on_bridge() {
  # shellcheck disable=SC2046 # the four parts: the words are wanted
  set -- $(printf '%s' "$1" | tr . ' ')
  number=$(($1 | $2 << 8 | $3 << 16 | $4 << 24))
  while read -r device network _ _ _ _ _ mask _; do
    if [ -d "/sys/class/net/$device/bridge" ] && [ $((number & 0x$mask)) -eq $((0x$network)) ]; then return 0; fi
  done </proc/net/route
  return 1
}

# The addresses of this container, without any tool: fib_trie marks them LOCAL; if_inet6 has one a line in 32 hex digits, device last.
own_addresses() {
  awk '/\|-- / {address = $2} /host LOCAL/ {print address}' /proc/net/fib_trie | sort -u | while read -r address; do
    is_on_bridge "$address" || echo "IP:$address"
  done
  if [ ! -r /proc/net/if_inet6 ]; then return 0; fi
  while read -r address _ _ _ _ device; do
    case $device in veth*) continue ;; esac
    if [ ! -d "/sys/class/net/$device/bridge" ]; then echo "IP:$address" | sed 's/[0-9a-f]\{4\}/&:/g; s/:$//'; fi
  done </proc/net/if_inet6
}

wanted_names() {
  {
    own_addresses
    for name in localhost docker "$(cat /etc/hostname)" $(printf '%s' "$tls_names" | tr ',' ' '); do
      case $name in
        *[!0-9.]*) case $name in *:*) echo "IP:$name" ;; *) echo "DNS:$name" ;; esac ;;
        *) echo "IP:$name" ;;
      esac
    done
  } | sort -u | paste -sd, -
}

new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }

# Signs a certificate for the key in folder $1, whose name is $2, with the extensions $3.
sign() {
  printf '%s\n' "$3" >"$1/extensions"
  openssl req -new -key "$1/key.pem" -subj "/CN=$2" \
    | openssl x509 -req -CA "$certificates/ca/cert.pem" -CAkey "$certificates/ca/key.pem" -set_serial "0x$(openssl rand -hex 16)" \
      -days "$days" -sha256 -extfile "$1/extensions" -out "$1/cert.pem" \
    && cp "$certificates/ca/cert.pem" "$1/ca.pem"
}

# True where the certificate in folder $1 is good for another thirty days.
is_fresh() { [ -s "$1/key.pem" ] && openssl x509 -checkend 2592000 -noout -in "$1/cert.pem" >/dev/null 2>&1; }

# Lets group docker read the client's pair in folder $1: whoever may use the socket may use the client's key.
open_certificates() {
  chgrp -R docker "$1"
  chmod 0750 "$1"
  chmod 0640 "$1"/*.pem
}

make_certificates() { make_all 2>"$run/openssl"; }

make_all() {
  mkdir -p "$certificates/ca" "$certificates/server" "$certificates/client" || return 1
  chmod 0700 "$certificates/ca" "$certificates/server"
  umask 077
  if ! is_fresh "$certificates/ca"; then
    new_key "$certificates/ca/key.pem" || return 1
    openssl req -x509 -new -key "$certificates/ca/key.pem" -subj '/CN=docker-in-docker-sysbox CA' -days "$days" -sha256 \
      -addext 'keyUsage=critical,digitalSignature,keyCertSign' -out "$certificates/ca/cert.pem" || return 1
    rm -f "$certificates"/server/*.pem "$certificates"/client/*.pem
  fi
  if ! is_fresh "$certificates/client"; then
    new_key "$certificates/client/key.pem" || return 1
    sign "$certificates/client" 'docker-in-docker-sysbox client' 'extendedKeyUsage=clientAuth' || return 1
  fi
  names=$(wanted_names)
  if ! is_fresh "$certificates/server" || [ "$(cat "$certificates/server/names" 2>/dev/null)" != "$names" ]; then
    [ -s "$certificates/server/key.pem" ] || new_key "$certificates/server/key.pem" || return 1
    sign "$certificates/server" 'docker-in-docker-sysbox server' "extendedKeyUsage=serverAuth
subjectAltName=$names" || return 1
    printf '%s' "$names" >"$certificates/server/names"
  fi
  umask 022
  open_certificates "$certificates/client"
}
