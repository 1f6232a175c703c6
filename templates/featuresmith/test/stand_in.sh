#!/bin/bash
# A user who is not root has the program, completion in three shells, and the manual page.
set -e
source ./dev-container-features-test-lib

check 'the user is not root' test "$(id -un)" = developer
check 'it is in the PATH and runs' test "$(featuresmith --version)" = 9.9.9
check 'nobody but root can change it' test "$(stat -L -c '%a %U' "$(command -v featuresmith)")" = '755 root'
check 'bash completes' grep -qx '# Completion of featuresmith for bash.' /usr/local/share/bash-completion/completions/featuresmith
check 'zsh completes' grep -qx '# Completion of featuresmith for zsh.' /usr/local/share/zsh/site-functions/_featuresmith
check 'fish completes' grep -qx '# Completion of featuresmith for fish.' /usr/local/share/fish/vendor_completions.d/featuresmith.fish
check 'the manual page is there' grep -q '^.TH FEATURESMITH 1' /usr/local/share/man/man1/featuresmith.1
check 'no scratch folder is left' bash -c '! ls -d /tmp/tmp.*'

reportResults
