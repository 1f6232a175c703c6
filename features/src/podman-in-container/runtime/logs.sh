# pinc logs: prints the API service's log of this run.
cat "$run/service.log" 2>/dev/null || fail 'there is no log: the service has not been started in this run' 'start it: pinc start'
