# Builds with BuildKit's client that brings its daemon along for the one build (buildctl-daemonless.sh of moby/buildkit). The arguments
# are pairs of a name and a value.
for program in buildctl-daemonless.sh buildkitd; do
  command -v "$program" >/dev/null 2>&1 || fail "there is no $program on the PATH: Debian has no package of it, nor of buildkitd" \
    'copy them into the image from the release of moby/buildkit, with rootlesskit for a user who is not root, or use --engine buildah'
done

push=false
tls=
digestfile=
left=$(($# / 2))
while [ "$left" -gt 0 ]; do
  name=$1
  value=$2
  shift 2
  left=$((left - 1))
  case $name in
    push) push=true ;;
    insecure) tls=,registry.insecure=true ;;
    quiet) set -- "$@" --progress quiet ;;
    reproducible) set -- "$@" --opt build-arg:SOURCE_DATE_EPOCH=0 ;;
    no-cache) set -- "$@" --no-cache ;;
    pull) set -- "$@" --opt image-resolve-mode=pull ;;
    build-arg | label) set -- "$@" --opt "$name:$value" ;;
    target | platform) set -- "$@" --opt "$name=$value" ;;
    secret) set -- "$@" --secret "$value" ;;
    cache-from) set -- "$@" --import-cache "type=registry,ref=$value:cache${tls:+$tls}" ;;
    cache-to) set -- "$@" --export-cache "type=registry,ref=$value:cache,mode=max${tls:+$tls}" ;;
    digest-file) digestfile=$value ;;
    *) fail "BuildKit has nothing like --$name" 'use --engine buildah' ;;
  esac
done
names=$(printf '%s' "${tags# }" | tr ' ' ,)
case $output in
  '') if [ "$push" = true ]; then set -- "$@" --output "type=image,\"name=$names\",push=true$tls"; fi ;;
  *) set -- "$@" --output "$output${names:+,\"name=$names\"}" ;;
esac
if [ -n "$digestfile" ]; then set -- "$@" --metadata-file "$digestfile.json"; fi
case $context in
  http://* | https://* | git@* | git://*) set -- --opt "context=$context" "$@" ;;
  *) set -- --local "context=$context" --local "dockerfile=$(dirname -- "$file")" --opt "filename=$(basename -- "$file")" "$@" ;;
esac
# Without rights there are no processes to be hidden from each other.
if [ "$(id -u)" -ne 0 ]; then export BUILDKITD_FLAGS="${BUILDKITD_FLAGS-} --oci-worker-no-process-sandbox"; fi
buildctl-daemonless.sh build --frontend dockerfile.v0 "$@" || fail 'the build has failed'
if [ -n "$digestfile" ]; then
  sed -n 's/.*"containerimage.digest": *"\([^"]*\)".*/\1/p' "$digestfile.json" >"$digestfile"
  rm -f "$digestfile.json"
fi
