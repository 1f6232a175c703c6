#!/bin/bash
# No distribution has a package of BuildKit's daemon: a stand-in shows what its client would be told.
set -e
source ./dev-container-features-test-lib

mkdir -p /tmp/context && cd /tmp/context && : >Dockerfile
told() { grep -Fx -e "$1" /tmp/told; }
check 'without it there is a sentence' bash -c '! build-image . 2>/tmp/said && grep "nor of buildkitd" /tmp/said'
printf '#!/bin/sh\nprintf "%%s\\n" "$@" >/tmp/told\necho "{ \\"containerimage.digest\\": \\"sha256:1\\" }" >/tmp/digest.json\n' >/usr/local/bin/buildctl-daemonless.sh
cp /usr/local/bin/buildctl-daemonless.sh /usr/local/bin/buildkitd
chmod 0755 /usr/local/bin/buildctl-daemonless.sh /usr/local/bin/buildkitd
check 'a build that is pushed' build-image -t registry.example.test/app:1 -t registry.example.test/app:2 --push --build-arg A=b --label c=d --target last --platform linux/arm64 \
  --secret id=word,src=word --cache-from registry.example.test/cache --cache-to registry.example.test/cache --digest-file /tmp/digest --no-cache .
for word in context=. dockerfile=. filename=Dockerfile build-arg:A=b label:c=d target=last platform=linux/arm64 id=word,src=word --no-cache \
  type=registry,ref=registry.example.test/cache:cache type=registry,ref=registry.example.test/cache:cache,mode=max \
  'type=image,"name=registry.example.test/app:1,registry.example.test/app:2",push=true'; do
  check "$word" told "$word"
done
check 'the digest' grep -x sha256:1 /tmp/digest
check 'an archive' bash -c 'build-image -o type=oci,dest=app.tar . && grep -Fx type=oci,dest=app.tar /tmp/told'
check 'what it does not have' bash -c '! build-image --squash . 2>/tmp/said && grep "nothing like --squash" /tmp/said'

reportResults
