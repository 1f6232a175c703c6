namespace Featuresmith.Doctor;

/// <summary>Control groups (cgroups(7)): which version, and whether they can be handed on to nested containers.</summary>
internal static class ControlGroupChecks
{
    private const string Code = "CGROUP";

    // What limits on containers need; the specification of dev containers has no others.
    private static readonly string[] Wanted = ["cpu", "memory", "pids"];

    public static CheckResult Check(HostFacts host)
    {
        var mounts = host.Mounts().Where(mount => IsAt(mount, "/sys/fs/cgroup")).ToList();
        if (mounts.Any(mount => mount.Target == "/sys/fs/cgroup" && mount.Kind == "cgroup2"))
        {
            return Second(host, mounts.Any(mount => mount.IsReadOnly));
        }

        var controllers = mounts
            .Where(mount => mount.Kind == "cgroup")
            .Select(mount => Path.GetFileName(mount.Target))
            .ToList();
        if (controllers.Count == 0)
        {
            return CheckResult.Problem(Code, "no control groups are mounted", "mount -t cgroup2 none /sys/fs/cgroup");
        }

        var both = mounts.Any(mount => mount.Kind == "cgroup2") ? " beside version 2 (hybrid)" : "";
        return CheckResult.Hint(
            Code,
            $"version 1{both}: rootless engines set no limits, and newer systemd no longer runs on it",
            "start the host with systemd.unified_cgroup_hierarchy=1, or a kernel command line without what asks for version 1"
        );
    }

    private static CheckResult Second(HostFacts host, bool isReadOnly)
    {
        var controllers = host.Text("/sys/fs/cgroup/cgroup.controllers")?.Split(' ') ?? [];
        var missing = Wanted.Except(controllers).ToList();
        return isReadOnly
                ? CheckResult.Hint(
                    Code,
                    "version 2, read-only: this is a container that may not nest others with limits",
                    "let it run with \"privileged\": true"
                )
            : missing.Count > 0
                ? CheckResult.Hint(
                    Code,
                    $"version 2 without {string.Join(", ", missing)}: nested containers have no such limits",
                    "hand them on in the group above: cgroup.subtree_control; for a user's session: systemctl edit user@.service, Delegate=yes"
                )
            : CheckResult.Fine(Code, $"version 2 with {string.Join(", ", controllers)}");
    }

    private static bool IsAt(MountFact mount, string folder) =>
        mount.Target == folder || mount.Target.StartsWith($"{folder}/", StringComparison.Ordinal);
}
