# dind status: one line about the daemon. Exit code 0 if it runs, 1 if not.
read_state
if owned_lives rootlesskit; then
  echo "${state:-running} (pid $pid), as $owner"
else
  echo "not running (last: ${state:-never started})"
  exit 1
fi
