# dind logs: prints the daemon's log of this run.
{ read -r log <"$run/log"; } 2>/dev/null || fail 'there is no log: the Docker daemon has not been started in this run' 'start it: dind start'
cat "$log"
