#!/bin/sh
# sudo, su, runuser: there is one user in the sandbox, so the command simply runs.
. /.sandbox/record.sh
while [ $# -gt 0 ]; do
  case $1 in
    -c | --command)
      shift
      exec sh -c "$1"
      ;;
    -u | -g | --user | --group) shift ;;
    --) shift && break ;;
    -*) ;;
    *=*) export "${1?}" ;;
    *) if [ "$program" = sudo ]; then break; fi ;;
  esac
  shift
done
if [ $# -gt 0 ]; then exec "$@"; fi
