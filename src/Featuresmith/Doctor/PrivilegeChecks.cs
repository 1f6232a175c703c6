using System.Globalization;

namespace Featuresmith.Doctor;

/// <summary>What this process, and a user without rights, may do.</summary>
internal static class PrivilegeChecks
{
    // capabilities(7): a daemon of a container's own needs both, and the bounding set is the container's, not the user's.
    private static readonly (int Bit, string Name)[] Needed = [(12, "CAP_NET_ADMIN"), (21, "CAP_SYS_ADMIN")];

    private static readonly string[] IdFiles = ["/etc/subuid", "/etc/subgid"];

    public static CheckResult Capabilities(HostFacts host)
    {
        const string code = "CAPABILITIES";
        if (Status(host, "CapBnd") is not { } text || !ulong.TryParse(text, NumberStyles.HexNumber, null, out var set))
        {
            return CheckResult.Hint(code, "/proc/self/status does not tell the capabilities", "is this Linux?");
        }

        var missing = Needed
            .Where(capability => (set >> capability.Bit & 1) == 0)
            .Select(capability => capability.Name)
            .ToList();
        return missing.Count == 0
            ? CheckResult.Fine(code, $"all that an engine needs ({text})")
            : CheckResult.Hint(
                code,
                $"without {string.Join(" and ", missing)}: this is a container in which no engine with root can run",
                "let it run with \"privileged\": true, or take docker-in-docker-rootless, podman-in-container or docker-outside-of-docker"
            );
    }

    public static CheckResult UserNamespaces(HostFacts host)
    {
        const string code = "USER_NAMESPACES";
        return host switch
        {
            _ when !host.Exists("/proc/self/ns/user") => CheckResult.Hint(
                code,
                "the kernel has no user namespaces: no rootless engine, no podman, no builder",
                "a kernel with CONFIG_USER_NS"
            ),
            _ when host.Number("/proc/sys/user/max_user_namespaces") == 0 => CheckResult.Hint(
                code,
                "the host allows none (user.max_user_namespaces is 0): no rootless engine, no podman, no builder",
                "sysctl -w user.max_user_namespaces=28633"
            ),
            _ when host.Number("/proc/sys/kernel/unprivileged_userns_clone") == 0 => CheckResult.Hint(
                code,
                "the host keeps them to root (kernel.unprivileged_userns_clone is 0)",
                "sysctl -w kernel.unprivileged_userns_clone=1"
            ),
            _ when host.Number("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1 => CheckResult.Hint(
                code,
                "AppArmor keeps them from programs that it does not know (kernel.apparmor_restrict_unprivileged_userns is 1)",
                "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or a profile for the program"
            ),
            _ => CheckResult.Fine(
                code,
                $"users may make them ({host.Number("/proc/sys/user/max_user_namespaces")?.ToString(CultureInfo.InvariantCulture) ?? "no limit told"})"
            ),
        };
    }

    public static CheckResult SubordinateIds(HostFacts host)
    {
        const string code = "SUBORDINATE_IDS";
        var missing = IdFiles
            .Where(file => !host.Lines(file).Any(line => line.StartsWith($"{host.User}:", StringComparison.Ordinal)))
            .ToList();
        return missing.Count == 0
            ? CheckResult.Fine(code, $"{host.User} has some")
            : CheckResult.Hint(
                code,
                $"{host.User} has none in {string.Join(" and ", missing)}: a rootless engine on this host has one id only",
                $"echo {host.User}:100000:65536 | sudo tee -a {string.Join(' ', missing)}"
            );
    }

    private static string? Status(HostFacts host, string key) =>
        host.Lines("/proc/self/status")
            .Where(line => line.StartsWith($"{key}:", StringComparison.Ordinal))
            .Select(line => line[(key.Length + 1)..].Trim())
            .FirstOrDefault();
}
