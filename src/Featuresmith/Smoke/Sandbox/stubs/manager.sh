#!/bin/sh
# apt-get, apt, apk, dnf, yum, microdnf, zypper, pacman: installing, and asking what there is.
. /.sandbox/record.sh
. /.sandbox/packages.sh
case $verb in
  install | add | in | groupinstall | localinstall | -S | -S[yu]*)
    for name in $names; do install_package "$name"; done
    ;;
  remove | purge | del | erase | rm | -R*)
    for name in $names; do rm -f "$sandbox/installed/$(name_of "$name")"; done
    ;;
  search | list | info | -Si | -Ss | se)
    for name in $names; do
      newest=$(versions_of "$name" | head -n 1)
      if [ -z "$newest" ]; then exit 1; fi
      echo "$name-$newest"
    done
    ;;
esac
