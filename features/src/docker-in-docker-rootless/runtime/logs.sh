# Prints the log of the process rootlesskit in this run.
cat "$run/rootlesskit.log" 2>/dev/null || fail 'there is no log: nothing has been started in this run' "start it: $command start"
