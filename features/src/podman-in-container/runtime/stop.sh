# pinc stop: asks all inner containers to stop, then the service, and waits until they have gone. `docker stop` grants ten seconds.
for user in root "$owner"; do
  if [ "$user" != "$(id -un)" ] && [ "$(id -u)" -ne 0 ]; then continue; fi
  as_user "$user" podman stop --all --time 7 >/dev/null 2>&1 &
  [ "$owner" != root ] || break
done
wait
if owned_lives service; then
  # Its group: podman 4 serves from a child, which does not hear of a signal to its parent alone.
  kill -TERM "-$pid"
  await_end "$pid"
  rm -f "$socket"
fi
set_state stopped
say 'inner containers and the API service have stopped'
