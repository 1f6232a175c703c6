#!/bin/sh
# What would change more than files: only written down.
. /.sandbox/record.sh
