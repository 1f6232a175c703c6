#!/bin/bash
# The defaults: the daemon of docker-in-docker, which came along, and readiness for a cluster. Nodes cannot be started here, for their
# images come from a registry.
set -e
source ./dev-container-features-test-lib
source ./expected-findings.sh

check 'the daemon answers' docker version
check 'nothing is missing but what the host lacks' only_expected_findings
check 'kubectl is there' kubectl version --client
check 'no probe is left' bash -c '! docker network ls --format "{{.Name}}" | grep probe'

reportResults
