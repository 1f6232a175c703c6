#!/bin/sh
# gpg: what it would write is what it reads.
. /.sandbox/record.sh
output=
input=
while [ $# -gt 0 ]; do
  case $1 in
    -o | --output) output=$2 && shift ;;
    -*) ;;
    *) input=$1 ;;
  esac
  shift
done
if [ -n "$output" ]; then
  if [ -f "$input" ]; then cat "$input" >"$output"; else cat >"$output"; fi
fi
