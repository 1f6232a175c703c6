# Sourced by the package managers' stubs, behind record.sh: what packages there are, and installing them.

# The versions of package $1, newest first. A package that nobody declared has one.
versions_of() {
  if [ -d "$sandbox/packages/$1" ]; then cat "$sandbox/packages/$1/versions"; else echo 1.0; fi
}

is_installed() { [ -f "$sandbox/installed/$1" ]; }

# "name=version", "name:arch", "name/suite": the name alone.
name_of() {
  name=${1%%=*}
  name=${name%%/*}
  printf '%s' "${name%%:*}"
}

# The program that a package is named after, where the names differ.
program_of() {
  case $1 in
    gnupg | gnupg2) echo gpg ;;
    xz-utils) echo xz ;;
    *) echo "$1" ;;
  esac
}

# Makes the program $1 of a package in version $2, which prints $3. Programs that the sandbox has itself, stub or real, come as they are.
make_program() {
  if [ -e "/usr/bin/$1" ]; then return 0; fi
  for place in later real; do
    if [ -e "$sandbox/$place/$1" ]; then
      ln -s "$sandbox/$place/$1" "/usr/bin/$1"
      return 0
    fi
  done
  printf '%s\n' "$3" | sed "s|{version}|$2|g" >"$sandbox/says/$1"
  printf '#!/bin/sh\n. /.sandbox/record.sh\ncat "/.sandbox/says/$program"\n' >"/usr/bin/$1"
  chmod 0755 "/usr/bin/$1"
}

# Installs "name" or "name=version"; fails where there is none.
install_package() {
  case $1 in */*.deb | */*.rpm | */*.apk | *.deb | *.rpm) return 0 ;; esac
  name=$(name_of "$1")
  case $1 in *=*) version=${1#*=} ;; *) version=$(versions_of "$name" | head -n 1) ;; esac
  if [ -z "$version" ]; then
    echo "$program: there is no package $name in this sandbox" >&2
    exit 100
  fi
  printf '%s\n' "$version" >"$sandbox/installed/$name"
  # The programs print the upstream version: no epoch.
  if [ -d "$sandbox/packages/$name/programs" ]; then
    for file in "$sandbox/packages/$name/programs"/*; do
      if [ -f "$file" ]; then make_program "${file##*/}" "${version#*:}" "$(cat "$file")"; fi
    done
  else
    make_program "$(program_of "$name")" "${version#*:}" "$name {version}"
  fi
}

# Takes the manager's verb and packages out of its arguments.
verb=
names=
skip=no
for word in "$@"; do
  if [ $skip = yes ]; then
    skip=no
    continue
  fi
  case $word in
    -o | -t | -c | -X | --virtual | --repository | --repo | --option | --target-release) skip=yes ;;
    -S* | -U* | -Q* | -R*) verb=$word ;;
    -*) ;;
    *) if [ -z "$verb" ]; then verb=$word; else names="$names $word"; fi ;;
  esac
done
