#!/bin/sh
# dpkg, dpkg-query, rpm: the architecture, and whether a package is installed.
. /.sandbox/record.sh
case " $* " in
  *' --print-architecture '*)
    case $(uname -m) in x86_64) echo amd64 ;; aarch64) echo arm64 ;; *) uname -m ;; esac
    exit 0
    ;;
  *' -i '* | *' --install '* | *' -Uvh '* | *' --import '*) exit 0 ;;
esac
for word in "$@"; do
  case $word in
    -*) ;;
    *)
      if [ ! -f "$sandbox/installed/$word" ]; then exit 1; fi
      printf 'Package: %s\nStatus: install ok installed\nVersion: %s\n' "$word" "$(cat "$sandbox/installed/$word")"
      ;;
  esac
done
