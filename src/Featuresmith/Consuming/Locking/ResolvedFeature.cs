using Featuresmith.Definitions;

namespace Featuresmith.Consuming.Locking;

/// <summary>A Feature that was found.</summary>
/// <param name="Wanted">What was asked for.</param>
/// <param name="Identity">Two with one identity are the same, whatever they are called: a digest, or a folder.</param>
/// <param name="Resolved">Where it came from; null for a folder, which is not recorded.</param>
/// <param name="Metadata">What its devcontainer-feature.json says.</param>
internal sealed record ResolvedFeature(
    WantedFeature Wanted,
    string Identity,
    string? Resolved,
    FeatureMetadata Metadata
)
{
    /// <summary>The Features that it depends on, as it names them, with the options that it gives them.</summary>
    public IReadOnlyList<WantedFeature> Dependencies { get; } =
    [
        .. Metadata
            .DependsOn.GroupBy(member => member.Key.Value, StringComparer.Ordinal)
            .Select(same => new WantedFeature(same.Key, same.Last().Value, Wanted.Place)),
    ];

    /// <summary>Whether installing this one installs the other (containerFeaturesOrder.ts, compareTo).</summary>
    public bool IsSameAs(ResolvedFeature other) => Identity == other.Identity && Wanted.HasOptionsOf(other.Wanted);

    /// <summary>The record in the lock file; null where there is none.</summary>
    public LockedFeature? Record() =>
        Resolved is null
            ? null
            : new LockedFeature(
                Wanted.Id,
                Metadata.Version?.Value,
                Resolved,
                Identity,
                [.. Dependencies.Select(dependency => dependency.Id)]
            );
}
