#!/bin/sh
# Makes /stubs: package managers that write down what they are asked for in /asked, offer what /offers names ("package version", a line
# each), and "install" an engine that tells its version. curl serves the files in /served, by the last part of their address.
set -eu

mkdir -p /stubs /served
cat >/stubs/manager <<'STUB'
#!/bin/sh
tool=${0##*/}
echo "$tool $*" >>/asked
# The first word that is no option says what to do; the last one, to what.
for last; do case $last in -*) ;; *) verb=${verb-$last} ;; esac; done
offers() { sed -n "s/^$1 //p" /offers; }
engine_of() { case " $* " in *docker-ce* | *moby-engine* | *docker.io* | *docker-engine* | *' docker '*) return 0 ;; esac; return 1; }
case $tool/$verb in
  apt-cache/madison) shift; for name; do offers "$name" | sed "s/.*/ $name | & | mirror/"; done ;;
  */list) offers "$last" | sed "s/^/$last.x86_64 /;s/\$/ mirror/" ;;
  apk/search | zypper/search | pacman/*) case $* in *-S\ * | *-Sy\ *) ;; *) offers "$last" | grep . ;; esac ;;
esac
case $tool/$* in
  */*install* | apk/add* | pacman/-S\ *)
    if engine_of "$@"; then
      printf '#!/bin/sh\necho Docker version 28.3.3, build 0\n' >/usr/bin/dockerd
      printf '#!/bin/sh\nexit 0\n' >/usr/bin/docker
      chmod +x /usr/bin/dockerd /usr/bin/docker
    fi
    ;;
esac
STUB
cat >/stubs/curl <<'STUB'
#!/bin/sh
while [ $# -gt 1 ]; do
  if [ "$1" = -o ]; then target=$2; fi
  shift
done
echo "curl $1" >>/asked
if [ -f "/served/${1##*/}" ]; then
  cp "/served/${1##*/}" "$target"
  printf 200
else
  printf 404
  exit 22
fi
STUB
chmod +x /stubs/*
for tool; do ln -s manager "/stubs/$tool"; done
# A public key of eleven bytes (RFC 4880, 5.5.2): enough to have a fingerprint.
printf '\230\005\004\001\002\003\004' >/served/gpg
