#!/bin/bash
# Option logLevel reaches the daemon.
set -e
source ./dev-container-features-test-lib

check 'debug lines are in the log' bash -c 'dind logs | grep level=debug'

reportResults
