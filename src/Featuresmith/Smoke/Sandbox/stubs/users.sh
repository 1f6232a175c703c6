#!/bin/sh
# groupadd, addgroup, useradd, adduser, usermod: enough of /etc/passwd and /etc/group for a script to find what it made.
. /.sandbox/record.sh
for word in "$@"; do last=$word; done
number=$((1100 + $(wc -l </etc/group)))
case $program in
  groupadd | addgroup) grep -q "^$last:" /etc/group || echo "$last:x:$number:" >>/etc/group ;;
  useradd | adduser)
    grep -q "^$last:" /etc/passwd || echo "$last:x:$number:$number::/home/$last:/bin/sh" >>/etc/passwd
    mkdir -p "/home/$last"
    ;;
  usermod)
    group=
    while [ $# -gt 1 ]; do
      case $1 in -aG | -G | --groups) group=$2 ;; esac
      shift
    done
    if [ -n "$group" ]; then sed -i "s/^\($group:.*:\)\(.*\)\$/\1\2,$last/; s/:,/:/" /etc/group; fi
    ;;
esac
