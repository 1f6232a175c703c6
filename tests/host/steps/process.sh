# shellcheck shell=sh
# Processes that were started here: known by their pid file, never by a pattern.

# process_runs PID_FILE NAME: whether the file names a living process of that name, and not another one that got
# the number later. The kernel keeps 15 characters of a name (proc(5), /proc/pid/comm). A process that has ended and that
# its parent does not fetch (State Z: no init in the container) no longer lives.
process_runs() {
    [ -s "$1" ] &&
        [ "$(cat "/proc/$(cat "$1")/comm" 2>/dev/null)" = "$(printf '%.15s' "$2")" ] &&
        ! grep -q '^State:.*Z' "/proc/$(cat "$1")/status" 2>/dev/null
}

# stop_process PID_FILE NAME: TERM, and after half a minute KILL; then the pid file goes.
stop_process() {
    if ! process_runs "$1" "$2"; then
        left "no $2 of ours runs"
        rm -f "$1"
        return 0
    fi
    did "stops $2, process $(cat "$1")"
    kill -TERM "$(cat "$1")"
    waited=0
    while process_runs "$1" "$2"; do
        if [ "$waited" -eq 30 ]; then
            warn "$2 still runs after $waited s: kills it"
            kill -KILL "$(cat "$1")"
        elif [ "$waited" -ge 40 ]; then
            fail "$2, process $(cat "$1"), does not end; the kernel holds it (see /proc/$(cat "$1")/stack)"
        fi
        sleep 1
        waited=$((waited + 1))
    done
    rm -f "$1"
}
