# Builds with buildah. The arguments are pairs of a name and a value.
# shellcheck source=/dev/null # beside this file
. "$home/settings.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
push=false
quiet=
# Said only where it is false: said to be true it would overrule registries.conf.
tls=
iidfile=
digestfile=
left=$(($# / 2))
while [ "$left" -gt 0 ]; do
  name=$1
  value=$2
  shift 2
  left=$((left - 1))
  case $name in
    push) push=true ;;
    quiet) quiet=--quiet ;;
    insecure) tls=--tls-verify=false ;;
    reproducible) set -- "$@" --timestamp 0 ;;
    no-cache | pull | squash) set -- "$@" "--$name" ;;
    iidfile) iidfile=$value ;;
    digest-file) digestfile=$value ;;
    *) set -- "$@" "--$name" "$value" ;;
  esac
done
for tag in $tags; do set -- "$@" --tag "$tag"; done
if [ -n "$file" ]; then set -- "$@" --file "$file"; fi

if ! run_buildah build ${quiet:+"$quiet"} --layers ${tls:+"$tls"} --iidfile "$scratch/id" "$@" "$context"; then
  "$home/build-image" --check >&2 || fail 'this container does not let images be built: see the line above'
  fail 'the build has failed'
fi
read -r image <"$scratch/id"
image=${image#sha256:}
if [ -n "$iidfile" ]; then printf 'sha256:%s' "$image" >"$iidfile"; fi
# An archive holds one name; the first.
name=${tags# }
name=${name%% *}
case $output in
  type=oci,*) run_buildah push ${quiet:+"$quiet"} "$image" "oci-archive:${output#*dest=}${name:+:$name}" || exit ;;
  type=docker,*) run_buildah push ${quiet:+"$quiet"} "$image" "docker-archive:${output#*dest=}${name:+:$name}" || exit ;;
esac
if [ "$push" = true ]; then
  for tag in $tags; do
    run_buildah push ${quiet:+"$quiet"} ${tls:+"$tls"} --digestfile "$scratch/digest" "$image" "docker://$tag" || fail "$tag could not be pushed" 'log in with: buildah login; a registry without TLS: --insecure, or option insecureRegistries'
  done
  if [ -n "$digestfile" ]; then cp "$scratch/digest" "$digestfile"; fi
fi
