#!/bin/sh
# mktemp with a number where chance would be, so that two runs name their files alike.
folder=${TMPDIR:-/tmp}
template=tmp.XXXXXXXXXX
kind=file
while [ $# -gt 0 ]; do
  case $1 in
    -d | --directory) kind=folder ;;
    -p) folder=$2 && shift ;;
    -t | -q | -u | --tmpdir) ;;
    --tmpdir=*) folder=${1#*=} ;;
    -*) kind=folder ;;
    */*) folder=${1%/*} template=${1##*/} ;;
    *) template=$1 ;;
  esac
  shift
done
number=$(cat /.sandbox/mktemp 2>/dev/null || echo 0)
number=$((number + 1))
echo $number >/.sandbox/mktemp
path=$folder/$(printf '%s' "$template" | sed "s/XXX*/$(printf %06d $number)/")
if [ $kind = folder ]; then mkdir -m 0700 "$path"; else : >"$path"; fi
echo "$path"
