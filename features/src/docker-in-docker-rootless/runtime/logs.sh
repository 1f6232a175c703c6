# dind logs: prints the daemon's log of this run.
cat "$run/rootlesskit.log" 2>/dev/null || fail 'there is no log: the Docker daemon has not been started in this run' 'start it: dind start'
