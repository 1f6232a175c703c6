# What this variant needs of the container before a daemon can run in it: sysbox, which gives an unprivileged container a root of its own
# and its own /proc and /sys, by file systems that it mounts under the name sysboxfs (mountinfo, proc(5): the field behind the type).
may_run_engine() { grep -q ' - [^ ]* sysboxfs ' /proc/self/mountinfo; }
not_permitted_code=NOT_SYSBOX
not_permitted='this container does not run in sysbox, and without privileges a Docker daemon runs nowhere else'
permission='where the host has sysbox, put "runArgs": ["--runtime=sysbox-runc"] into devcontainer.json; elsewhere use docker-in-docker'
