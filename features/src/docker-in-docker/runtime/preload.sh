# Images that option preload names: archives of `docker save`, or references that are pulled. Each is loaded once a data volume;
# an archive that has changed is loaded again.

preload_images() {
  done_file=$data_root/docker-in-docker-preloaded
  for item in $preload; do
    mark=$item
    if [ -f "$item" ]; then mark="$item $(cksum <"$item")"; fi
    if grep -qxF "$mark" "$done_file" 2>/dev/null; then continue; fi
    say "loading $item"
    if [ -f "$item" ]; then
      plain_docker load -q -i "$item" >/dev/null || give_up "option preload: $item could not be loaded" 'it has to be an archive of docker save'
    else
      case $item in
        /*) give_up "option preload: there is no file $item" 'put it into the image, or mount it' ;;
        *) plain_docker pull -q "$item" >/dev/null || give_up "option preload: $item could not be pulled" 'name an archive to load it without a network' ;;
      esac
    fi
    printf '%s\n' "$mark" >>"$done_file"
  done
}
