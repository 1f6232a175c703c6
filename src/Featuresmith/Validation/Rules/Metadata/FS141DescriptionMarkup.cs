using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The description is plain text: tools show it as it is (schema, "description").</summary>
public sealed partial class FS141DescriptionMarkup : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS141", "description-markup", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (
            feature.Metadata?.Description is { } description
            && Markup().Match(description.Value) is { Success: true } markup
        )
        {
            yield return new Finding(
                description.Span,
                $"the description has markup, \"{markup.Value}\", which tools show as it is",
                "write plain text; links and formatting belong in NOTES.md"
            );
        }
    }

    [GeneratedRegex(@"\[[^\]\n]+\]\([^)\n]+\)|`[^`\n]+`|\*\*[^*\n]+\*\*|</?[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>")]
    private static partial Regex Markup();
}
