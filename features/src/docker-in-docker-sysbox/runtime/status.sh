# dind status: one line about the daemon. Exit code 0 if it runs, 1 if not.
read_state
if read_pid /run/docker.pid && process_is "$pid" dockerd; then
  echo "${state:-running} (pid $pid)"
else
  echo "not running (last: ${state:-never started})"
  exit 1
fi
