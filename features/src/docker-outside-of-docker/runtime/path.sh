# dood path [PATH]: prints how the host calls a path of this container (default: the present folder), for bind mounts, whose paths are
# the host's. Exit code 1 where the path is part of the container alone.
wanted=$(realpath -m -- "${1:-.}" 2>/dev/null || realpath -- "${1:-.}")
mounts=$(plain_docker container inspect --format '{{range .Mounts}}{{.Destination}}{{"\t"}}{{.Source}}{{"\n"}}{{end}}' "$(own_id)" 2>/dev/null) \
  || fail 'the engine does not know this container, so nobody here knows its mounts' 'set LOCAL_WORKSPACE_FOLDER as NOTES.md shows'
# The longest mount point wins: a mount may lie within another.
printf '%s\n' "$mounts" | awk -F '\t' -v wanted="$wanted" '
  $1 != "" && (wanted == $1 || index(wanted, ($1 == "/" ? "/" : $1 "/")) == 1) && length($1) >= length(best) { best = $1; source = $2 }
  END { if (best == "") exit 1; print source substr(wanted, length(best) + 1) }
' || fail "$wanted is not mounted from the host, so the host has no name for it" 'copy it into the workspace, or use a volume'
