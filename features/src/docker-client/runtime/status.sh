# docker-client status: one line about the daemon. Exit code 0 if it answers, 1 if not.
if version=$(remote_docker version --format '{{.Server.Version}}' 2>&1); then
  if uses_tls; then how='TLS'; else how='no TLS'; fi
  echo "$version at $host, $how"
else
  echo "no daemon answers at $host: $(printf '%s' "$version" | tail -n 1)"
  exit 1
fi
