# shellcheck shell=sh
# Everything that these scripts put on a host lies below three folders, besides Debian's own packages and
# the images in the engine.

# Unpacked programs, and the files that configure them. Survives a reboot.
host_root=/opt/featuresmith-host
# Programs for the PATH of whoever uses this host.
host_bin=$host_root/bin
# Pid files and sockets of what was started here. Gone after a reboot, as the processes are.
host_state=/run/featuresmith-host
# Logs, kept after a reboot.
host_log=/var/log/featuresmith-host
