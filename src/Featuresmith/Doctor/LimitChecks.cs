using System.Globalization;

namespace Featuresmith.Doctor;

/// <summary>What the host allows all its containers together.</summary>
internal static class LimitChecks
{
    // What kind's documentation asks for where clusters have several nodes ("Known issues", too many open files).
    private const long WantedInstances = 512;
    private const long WantedWatches = 524288;

    public static CheckResult Inotify(HostFacts host)
    {
        var instances = host.Number("/proc/sys/fs/inotify/max_user_instances");
        var watches = host.Number("/proc/sys/fs/inotify/max_user_watches");
        var seen = string.Create(
            CultureInfo.InvariantCulture,
            $"{instances} inotify instances and {watches} watches a user"
        );
        return instances is null || watches is null
                ? CheckResult.Fine("INOTIFY", "the limits of inotify cannot be known from here")
            : instances < WantedInstances || watches < WantedWatches
                ? CheckResult.Hint(
                    "INOTIFY",
                    $"{seen}: clusters of several nodes want more",
                    $"sysctl -w fs.inotify.max_user_instances={WantedInstances} fs.inotify.max_user_watches={WantedWatches}"
                )
            : CheckResult.Fine("INOTIFY", seen);
    }

    public static CheckResult Propagation(HostFacts host) =>
        host.Mounts().LastOrDefault(mount => mount.Target == "/") switch
        {
            null => CheckResult.Fine("PROPAGATION", "the mounts cannot be known from here"),
            { IsShared: true } => CheckResult.Fine("PROPAGATION", "/ is a shared mount"),
            _ => CheckResult.Hint(
                "PROPAGATION",
                "/ is a private mount: nested containers cannot pass mounts on, which nodes of kind and k3d do",
                "mount --make-rshared /; docker-in-docker does so for itself"
            ),
        };
}
