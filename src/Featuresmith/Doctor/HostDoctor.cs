namespace Featuresmith.Doctor;

/// <summary>Looks at a host that is to run dev containers with containers in them. Nothing on it is changed.</summary>
public static class HostDoctor
{
    // In the order of what has to be there first.
    private static readonly Func<HostFacts, CancellationToken, Task<CheckResult>>[] Checks =
    [
        EngineChecks.EngineAsync,
        EngineChecks.CliAsync,
        EngineChecks.BuildxAsync,
        EngineChecks.ComposeAsync,
        Now(ControlGroupChecks.Check),
        Now(PrivilegeChecks.Capabilities),
        Now(PrivilegeChecks.UserNamespaces),
        Now(PrivilegeChecks.SubordinateIds),
        Now(StorageChecks.Overlay),
        Now(StorageChecks.Fuse),
        StorageChecks.DataFolderAsync,
        StorageChecks.DiskAsync,
        Now(NetworkChecks.Firewall),
        Now(NetworkChecks.Forwarding),
        Now(NetworkChecks.Tunnel),
        Now(LimitChecks.Inotify),
        Now(LimitChecks.Propagation),
    ];

    /// <summary>Runs all checks.</summary>
    /// <param name="host">The host.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What each found, in a fixed order.</returns>
    public static async Task<IReadOnlyList<CheckResult>> ExamineAsync(HostFacts host, CancellationToken cancellation) =>
        await Task.WhenAll(Checks.Select(check => check(host, cancellation)));

    private static Func<HostFacts, CancellationToken, Task<CheckResult>> Now(Func<HostFacts, CheckResult> check) =>
        (host, _) => Task.FromResult(check(host));
}
