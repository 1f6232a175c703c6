# docker-client env: prints the connection as variables, for `eval`, for tools that know DOCKER_HOST but no contexts.
echo "export DOCKER_HOST=$host"
if uses_tls; then
  echo 'export DOCKER_TLS_VERIFY=1'
  echo "export DOCKER_CERT_PATH=$(certificate_folder)"
fi
