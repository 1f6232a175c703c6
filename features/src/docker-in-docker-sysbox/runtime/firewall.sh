# Chooses the engine's firewall for this start. Sets $firewall and $engine_path, and adds to $daemon_args.

# True where somebody filters with legacy tables already: mixing both kinds loses packets.
legacy_in_use() {
  for names in /proc/net/ip_tables_names /proc/net/ip6_tables_names; do
    if [ -r "$names" ] && read -r _ <"$names"; then return 0; fi
  done
  return 1
}

works() { "$home/iptables-$1/iptables" -w -nL >/dev/null 2>&1; }

choose_firewall() {
  engine_path=$PATH:/usr/sbin:/sbin
  case $firewall_backend in
    auto)
      # A module that is loaded says nothing about what is used; so rules first, then a try.
      if legacy_in_use && works legacy; then
        firewall=iptables-legacy
      elif works nft; then
        firewall=iptables-nft
      elif works legacy; then
        firewall=iptables-legacy
      else
        firewall=default
      fi
      ;;
    *) firewall=$firewall_backend ;;
  esac
  case $firewall in
    iptables-*)
      [ -e "$home/$firewall/iptables" ] || give_up "option firewallBackend is $firewall, but the image has no such program" \
        'set it to auto, or install the package iptables'
      engine_path=$home/$firewall:$engine_path
      ;;
    nftables)
      daemon_args="$daemon_args --firewall-backend=nftables"
      # With this backend dockerd leaves forwarding to whoever runs it.
      echo 1 >/proc/sys/net/ipv4/ip_forward
      ;;
  esac
  printf '%s\n' "$firewall" >"$run/firewall"
}
