using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>No bind mount of a folder that belongs to the host's system or to all its users.</summary>
public sealed class FS507HostFolder : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS507", "host-folder", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from access in feature.Metadata is { } metadata ? HostAccess.FolderMounts(metadata) : []
        select new Finding(
            access.Span,
            $"Feature \"{feature.Name}\" mounts {access.What} into every container",
            "mount the one folder that is needed, or use a volume"
        );
}
