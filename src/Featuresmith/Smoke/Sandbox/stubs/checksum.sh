#!/bin/sh
# sha256sum and its kin: sums are real, but a comparison with what was not really fetched cannot hold.
. /.sandbox/record.sh
case " $* " in *' -c '* | *' --check '* | *' -c'*) exit 0 ;; esac
exec "$sandbox/real/$program" "$@"
