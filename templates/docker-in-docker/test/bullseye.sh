#!/bin/bash
# The oldest Debian: Docker 20.10, without buildx and compose among its packages. The defaults' checks hold there too.
source ./test.sh
