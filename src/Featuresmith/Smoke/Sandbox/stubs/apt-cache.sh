#!/bin/sh
# apt-cache: the forms that scripts read (apt-cache(8)).
. /.sandbox/record.sh
. /.sandbox/packages.sh
for name in $names; do
  versions_of "$name" | while read -r version; do
    case $verb in
      madison) echo " $name | $version | sandbox" ;;
      policy) printf '%s:\n  Installed: (none)\n  Candidate: %s\n' "$name" "$version" ;;
      *) printf 'Package: %s\nVersion: %s\n' "$name" "$version" ;;
    esac
  done
done
