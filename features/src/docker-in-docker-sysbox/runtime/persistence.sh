# Option persist: the data volume outlives its container, which surprises whoever wants a fresh start with every rebuild.

# Names this container as no other: where / comes from (proc(5), mountinfo: the fourth field, and what follows the dash), which with
# overlay names the layer that is the container's own. What lies between, such as peer groups, changes with every start.
container_mark() {
  while read -r _ _ _ origin place rest; do
    if [ "$place" = / ]; then printf '%s' "$origin ${rest#* - }" | cksum; fi
  done </proc/self/mountinfo
}

# Empties the data folder where another container filled it and persist is false. A restart of the same container empties nothing.
forget_other_containers() {
  mark=$(container_mark)
  mark_file=$data_root/docker-in-docker-sysbox-container
  { read -r last <"$mark_file"; } 2>/dev/null || last=
  if [ "$persist" = false ] && [ -n "$last" ] && [ "$last" != "$mark" ]; then
    say 'option persist is false: this container is new, and begins with an empty data folder'
    # The folder itself is a mount and stays. Inner containers' mounts died with their container.
    find "$data_root" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
  fi
  mkdir -p "$data_root"
  printf '%s\n' "$mark" >"$mark_file"
}
