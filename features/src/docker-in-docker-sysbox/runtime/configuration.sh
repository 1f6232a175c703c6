# What the daemon is told at this start: the options, baked by install.sh, over a daemon.json of the user's.
# Sets $config, and adds to $daemon_args what can only be known now.

choose_configuration() {
  config=$home/daemon.json
  if [ -f "$daemon_json_file" ]; then
    command -v jq >/dev/null 2>&1 || give_up "there is $daemon_json_file, and no jq to merge it with the options" \
      "name the file in option daemonJsonFile, so that jq is installed, or remove it"
    config=$run/daemon.json
    jq -s '.[0] * .[1]' "$daemon_json_file" "$home/daemon.json" >"$config" 2>"$run/jq" \
      || give_up "$daemon_json_file is not JSON" "$(cat "$run/jq")"
    root=$(jq -r '."data-root" // empty' "$config")
    data_root=${root:-$data_root}
  elif [ "$daemon_json_file" != /etc/docker/daemon.json ]; then
    give_up "option daemonJsonFile is $daemon_json_file, and there is no such file" 'put it into the image, or mount it'
  fi
  # A virtual machine of Azure's answers names under this domain from one fixed address, which inner networks do not inherit.
  if [ "$azure_dns" = true ] && grep -q internal.cloudapp.net /etc/resolv.conf && ! grep -q '"dns"' "$config"; then
    daemon_args="$daemon_args --dns 168.63.129.16"
  fi
  # The environment, not daemon.json: dockerd reads proxies from there only since 23.0.
  if [ -n "$daemon_http_proxy" ]; then export HTTP_PROXY="$daemon_http_proxy" http_proxy="$daemon_http_proxy"; fi
  if [ -n "$daemon_https_proxy" ]; then export HTTPS_PROXY="$daemon_https_proxy" https_proxy="$daemon_https_proxy"; fi
  if [ -n "$daemon_no_proxy" ]; then export NO_PROXY="$daemon_no_proxy" no_proxy="$daemon_no_proxy"; fi
}

# Offers the API over TCP where a port was asked for.
choose_hosts() {
  if [ -z "$port" ]; then return 0; fi
  daemon_args="$daemon_args -H unix://$socket -H tcp://0.0.0.0:$port"
  if [ "$tls" = true ]; then
    # shellcheck source=/dev/null # beside this file
    . "$home/tls.sh"
    make_certificates || give_up "the certificates in $certificates could not be made" "$(cat "$run/openssl")"
    daemon_args="$daemon_args --tlsverify --tlscacert $certificates/server/ca.pem"
    daemon_args="$daemon_args --tlscert $certificates/server/cert.pem --tlskey $certificates/server/key.pem"
  else
    # Said in so many words, or dockerd sleeps for sixteen seconds to make the danger felt.
    daemon_args="$daemon_args --tls=false"
  fi
}
