using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>No socket of the host's engine: whoever reaches it is root on the host.</summary>
public sealed class FS502HostSocket : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS502", "host-socket", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from access in feature.Metadata is { } metadata ? HostAccess.SocketMounts(metadata) : []
        select new Finding(
            access.Span,
            $"Feature \"{feature.Name}\" mounts {access.What}, by which the container controls the host",
            "run an engine in the container, or let users add the mount in devcontainer.json themselves"
        );
}
