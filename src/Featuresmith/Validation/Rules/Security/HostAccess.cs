using Featuresmith.Definitions;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>One thing by which a Feature opens the container towards its host.</summary>
/// <param name="Span">Where the metadata asks for it.</param>
/// <param name="What">What it is, for a message.</param>
internal sealed record HostAccess(SourceSpan Span, string What)
{
    private static readonly string[] SystemFolders =
    [
        "/",
        "/etc",
        "/proc",
        "/sys",
        "/dev",
        "/boot",
        "/root",
        "/home",
        "/var",
        "/var/lib/docker",
        "/usr",
        "/run",
        "/var/run",
    ];

    /// <summary>
    /// Capabilities with which root of the container reaches the kernel or files of the host (capabilities(7)).
    /// </summary>
    private static readonly HashSet<string> OfHost = new(
        [
            "ALL",
            "BPF",
            "DAC_READ_SEARCH",
            "MAC_ADMIN",
            "MAC_OVERRIDE",
            "PERFMON",
            "SYS_ADMIN",
            "SYS_BOOT",
            "SYS_MODULE",
            "SYS_RAWIO",
            "SYS_TIME",
        ],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Lifted = new(
        [
            "seccomp=unconfined",
            "apparmor=unconfined",
            "label=disable",
            "systempaths=unconfined",
            "no-new-privileges=false",
        ],
        StringComparer.Ordinal
    );

    /// <summary>"privileged": true.</summary>
    public static IEnumerable<HostAccess> Privileged(FeatureMetadata metadata) =>
        metadata.Syntax.Boolean("privileged") is { Value: true } flag ? [new(flag.Span, "a privileged container")] : [];

    /// <summary>Bind mounts of an engine's socket.</summary>
    public static IEnumerable<HostAccess> SocketMounts(FeatureMetadata metadata) =>
        from mount in metadata.Mounts
        let source = mount.Source
        where mount.IsBind && source is not null
        let path = HostPath.Of(source.Value)
        where HostMount.IsEngineSocket(path.Path)
        select new HostAccess(source.Span, path.ToString());

    /// <summary>Bind mounts of the host's own folders.</summary>
    public static IEnumerable<HostAccess> FolderMounts(FeatureMetadata metadata) =>
        from mount in metadata.Mounts
        let source = mount.Source
        where mount.IsBind && source is not null
        let path = HostPath.Of(source.Value)
        where IsSystemFolder(path.Path)
        select new HostAccess(source.Span, path.ToString());

    /// <summary>Security options that lift a protection.</summary>
    public static IEnumerable<HostAccess> LiftedProtections(FeatureMetadata metadata) =>
        from option in metadata.SecurityOptions
        // Engines take ":" for "=" as well.
        where Lifted.Contains(option.Value.Replace(':', '='))
        select new HostAccess(option.Span, $"\"{option.Value}\"");

    /// <summary>Capabilities that reach beyond the container.</summary>
    public static IEnumerable<HostAccess> Capabilities(FeatureMetadata metadata) =>
        from capability in metadata.Capabilities
        where IsOfHost(capability)
        select new HostAccess(capability.Span, $"the capability {Capability.Name(capability.Value)}");

    /// <summary>Whether a capability reaches beyond the container.</summary>
    public static bool IsOfHost(Located<string> capability) => OfHost.Contains(Capability.Name(capability.Value));

    /// <summary>All of the above.</summary>
    public static IEnumerable<HostAccess> Of(FeatureMetadata metadata) =>
        [
            .. Privileged(metadata),
            .. SocketMounts(metadata),
            .. FolderMounts(metadata),
            .. LiftedProtections(metadata),
            .. Capabilities(metadata),
        ];

    private static bool IsSystemFolder(string path) => SystemFolders.Contains(path == "/" ? path : path.TrimEnd('/'));
}
