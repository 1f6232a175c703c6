#!/bin/bash
# The defaults.
set -e
source ./dev-container-features-test-lib

check 'the package is installed' bash -c 'dpkg-query -W -f "\${Status}" @package@ | grep -x "install ok installed"'
check 'its files are there' bash -c 'dpkg -L @package@ | grep -q /usr/'
check 'the package lists are gone' bash -c 'test -z "$(ls /var/lib/apt/lists)"'

reportResults
