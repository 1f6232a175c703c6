using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>A deprecated Feature says what to use instead: builds print only that it is deprecated (CLI, getFeatureInstallWrapperScript).</summary>
public sealed partial class FS139Deprecated : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS139", "deprecated-successor", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (
            feature.Metadata?.Syntax.Boolean("deprecated") is { Value: true } deprecated
            && !Successor().IsMatch(feature.Metadata.Description?.Value ?? "")
            && feature.Files.All(file => file.Path != "NOTES.md")
        )
        {
            yield return new Finding(
                deprecated.Span,
                $"Feature \"{feature.Name}\" is deprecated, but does not say what to use instead",
                "name the successor in \"description\" or in NOTES.md"
            );
        }
    }

    [GeneratedRegex(@"\b(use|instead|replaced|superseded|moved|merged|part of|successor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Successor();
}
