namespace Featuresmith.Doctor;

/// <summary>What an engine's networks need of the kernel.</summary>
internal static class NetworkChecks
{
    public static CheckResult Firewall(HostFacts host)
    {
        const string code = "FIREWALL";
        var nftables = Has(host, "nf_tables", "nf_tables_newtable");
        // The file is there as soon as the tables are, in a module or in the kernel.
        var legacy = host.Exists("/proc/net/ip_tables_names") || Has(host, "ip_tables", "ipt_do_table");
        return (nftables, legacy) switch
        {
            (true, true) => CheckResult.Fine(code, "the kernel has nf_tables and ip_tables"),
            (true, false) => CheckResult.Fine(code, "the kernel has nf_tables"),
            (false, true) => CheckResult.Hint(
                code,
                "the kernel shows ip_tables and no nf_tables: iptables-nft, which images bring, will not do until it is loaded",
                "on the host: modprobe nf_tables; or option firewallBackend of docker-in-docker: iptables-legacy"
            ),
            _ => CheckResult.Hint(
                code,
                "the kernel shows neither nf_tables nor ip_tables, and a container cannot load them",
                "on the host: modprobe nf_tables"
            ),
        };
    }

    public static CheckResult Forwarding(HostFacts host) =>
        host.Text("/proc/sys/net/ipv4/ip_forward") switch
        {
            "1" => CheckResult.Fine("FORWARDING", "IPv4 packets are forwarded"),
            null => CheckResult.Fine("FORWARDING", "whether packets are forwarded cannot be known from here"),
            _ => CheckResult.Hint(
                "FORWARDING",
                "IPv4 packets are not forwarded: containers reach nothing outside, until an engine with the right to turns it on",
                "sysctl -w net.ipv4.ip_forward=1"
            ),
        };

    public static CheckResult Tunnel(HostFacts host) =>
        host.Exists("/dev/net/tun")
            ? CheckResult.Fine("TUN", "/dev/net/tun is there")
            : CheckResult.Hint(
                "TUN",
                "there is no /dev/net/tun: rootless engines have no networks of their own",
                "on the host: modprobe tun; in a container: \"runArgs\": [\"--device=/dev/net/tun\"]"
            );

    // Loaded; or built in, which /sys tells of no module without parameters, but the list of modules or the kernel's symbols do.
    private static bool Has(HostFacts host, string module, string symbol) =>
        host.Exists($"/sys/module/{module}")
        || host.HasLine("/proc/modules", line => line.StartsWith($"{module} ", StringComparison.Ordinal))
        || host.HasLine(
            $"/lib/modules/{host.Text("/proc/sys/kernel/osrelease")}/modules.builtin",
            line => line.EndsWith($"/{module}.ko", StringComparison.Ordinal)
        )
        || host.HasLine("/proc/kallsyms", line => line.EndsWith($" {symbol}", StringComparison.Ordinal));
}
