#!/bin/sh
# curl and wget: what sandbox.jsonc declares for an address, or a mark, into the file or stream that they would write to.
. /.sandbox/record.sh
address=
target=-
format=
if [ "$program" = wget ]; then target=; fi
while [ $# -gt 0 ]; do
  case $1 in
    -o | --output | -O | --output-document)
      if [ "$program$1" = curl-O ]; then
        target=
      else
        target=$2
        shift
      fi
      ;;
    -w | --write-out) format=$2 && shift ;;
    -H | --header | -A | --user-agent | -X | --request | -d | --data | -u | --user | --retry | --connect-timeout | -m | --max-time | -P) shift ;;
    --remote-name | -*O) if [ "$program" = wget ]; then target=$2 && shift; else target=; fi ;;
    -[a-zA-Z]*o) target=$2 && shift ;;
    -*O-) target=- ;;
    *://*) address=$1 ;;
  esac
  shift
done
case $target in
  -) fetched "$address" ;;
  '') fetched "$address" >"${address##*/}" ;;
  *) fetched "$address" >"$target" ;;
esac
case $format in *http_code*) printf 200 ;; esac
