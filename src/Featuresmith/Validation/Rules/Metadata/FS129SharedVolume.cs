using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>A named volume belongs to one dev container: its name has ${devcontainerId} (specification, "devcontainerId").</summary>
public sealed class FS129SharedVolume : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS129", "shared-volume", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from mount in feature.Metadata?.Mounts ?? []
        where mount.IsNamedVolume && !mount.Source!.Value.Contains("${devcontainerId}", StringComparison.Ordinal)
        select new Finding(
            mount.Source!.Span,
            $"every dev container on a host shares volume \"{mount.Source.Value}\"",
            $"write \"{mount.Source.Value}-${{devcontainerId}}\", or say in NOTES.md that sharing is meant"
        );
}
