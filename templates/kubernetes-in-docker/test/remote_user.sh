#!/bin/bash
# A user who is not root.
set -e
source ./dev-container-features-test-lib
source ./expected-findings.sh
source ./notes-blocks.sh

check 'the user is not root' bash -c 'test "$(id -u)" -ne 0'
check 'nothing is missing but what the host lacks' only_expected_findings
check 'the hook never fails' kubernetes-in-docker wait
if grep -q VERSION_CODENAME=trixie /etc/os-release; then
  check 'kind talks to the daemon' bash -c 'kind get clusters 2>&1 | grep "No kind clusters found"'
fi
write_blocks sh /tmp/blocks
for block in /tmp/blocks/*; do
  check "$(head -n 1 "$block")" bash -uxo pipefail "$block"
done

reportResults
