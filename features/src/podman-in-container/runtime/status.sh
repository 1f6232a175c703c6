# pinc status: one line. Exit code 0 if podman is ready, 1 if not.
read_state
if [ "$service" = true ] && owned_lives service; then
  echo "$state, API service (pid $pid) on $socket"
else
  echo "${state:-never started}, no API service"
fi
[ "$state" = ready ]
