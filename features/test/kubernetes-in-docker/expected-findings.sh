# Findings that this host and distribution must have, and no others: inotify limits are the host's, Debian has kind from 13 on.
only_expected_findings() {
  expected=
  if [ "$(cat /proc/sys/fs/inotify/max_user_instances)" -lt 512 ] || [ "$(cat /proc/sys/fs/inotify/max_user_watches)" -lt 524288 ]; then
    expected=INOTIFY
  fi
  if grep -q VERSION_CODENAME=bookworm /etc/os-release; then expected="$expected NO_TOOL"; fi
  kubernetes-in-docker doctor >/tmp/findings && code=0 || code=1
  cat /tmp/findings
  test "$(sed -n 's/^\([A-Z0-9_]*\): .*/\1/p' /tmp/findings | xargs)" = "$(echo $expected | xargs)" && test "$code" = "$(test -z "$expected"; echo $?)"
}
