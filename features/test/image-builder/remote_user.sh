#!/bin/bash
# A user who is not root builds, exports and pushes.
set -e
source ./dev-container-features-test-lib
source ./works.sh

check 'the user is not root' bash -c 'test "$(id -un)" = developer'
check 'a Dockerfile that fails' bash -c '! printf "FROM scratch\nRUN [\"/nothing\"]\n" >bad.Dockerfile; ! build-image -q -f bad.Dockerfile . 2>said && grep "the build has failed" said'
check 'an option that there is not' bash -c 'build-image --nothing . 2>said; test $? = 2 && grep "there is no option --nothing" said'
check 'an option without its value' bash -c 'build-image . --tag 2>said; test $? = 2 && grep "lacks its value" said'
check 'no context' bash -c 'build-image -t app 2>said; test $? = 2 && grep "the context is missing" said'
check 'a push without a name' bash -c 'build-image --push . 2>said; test $? = 2 && grep "needs a --tag" said'
check 'no Dockerfile' bash -c '! build-image /tmp 2>said && grep "there is no file /tmp/Dockerfile" said'

reportResults
