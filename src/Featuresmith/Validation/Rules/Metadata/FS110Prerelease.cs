using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The version is no prerelease: publishing moves the tags latest, 1 and 1.0 to it all the same (CLI, publishCommandImpl.ts).</summary>
public sealed class FS110Prerelease : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS110", "prerelease", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata?.Version is { } version && IsPrerelease(version.Value))
        {
            yield return new Finding(
                version.Span,
                $"version \"{version.Value}\" is a prerelease, which publishing gives to everybody who asks for no exact version",
                $"publish \"{version.Value[..version.Value.IndexOf('-', StringComparison.Ordinal)]}\" when it is ready, "
                    + "or prereleases under an id of their own"
            );
        }
    }

    // What is no version at all is FS103's.
    private static bool IsPrerelease(string version) =>
        FS103Semver.IsSemantic(version) && version.Contains('-', StringComparison.Ordinal);
}
