# dood status: one line about the engine that answers. Exit code 0 if one does, 1 if not.
if daemon_answers 10; then
  { read -r engine <"$run/engine"; } 2>/dev/null || engine=$socket
  case $read_only in true) only=', read-only' ;; *) only= ;; esac
  echo "$(plain_docker version --format '{{.Server.Version}}') at ${engine#"$host/"}$only"
else
  read_state
  echo "no engine answers (${state:-never started})"
  exit 1
fi
