using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The version is a semantic version (semver.org, 2.0.0) that can be a tag: no "v", no blanks, no build part.</summary>
public sealed partial class FS103Semver : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS103", "semver", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Metadata?.Version is not { } version || Semver().IsMatch(version.Value))
        {
            yield break;
        }

        var plus = version.Value.IndexOf('+', StringComparison.Ordinal);
        yield return plus > 0 && Semver().IsMatch(version.Value[..plus])
            ? new Finding(
                version.Span,
                $"version \"{version.Value}\" has a build part, and \"+\" cannot stand in a tag",
                $"write \"{version.Value[..plus]}\""
            )
            : new Finding(
                version.Span,
                $"version \"{version.Value}\" is not a semantic version",
                "write major.minor.patch, for example \"1.0.0\""
            );
    }

    /// <summary>Whether a text is a version that can be published: semantic, without a build part.</summary>
    internal static bool IsSemantic(string version) => Semver().IsMatch(version);

    [GeneratedRegex(
        @"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
            + @"(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?\z"
    )]
    private static partial Regex Semver();
}
