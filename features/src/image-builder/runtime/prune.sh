# build-image --prune: throws away all images and layers of the user who asks.
# shellcheck source=/dev/null # beside this file
. "$home/settings.sh"
run_buildah rm --all >/dev/null && run_buildah rmi --all --force >/dev/null
