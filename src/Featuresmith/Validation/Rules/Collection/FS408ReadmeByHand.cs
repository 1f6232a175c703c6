using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>README.md of a Feature is generated, from NOTES.md among others (CLI, generateDocsCommandImpl.ts).</summary>
public sealed partial class FS408ReadmeByHand : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS408", "readme-by-hand", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from file in feature.Files
        where file.Path == "README.md" && !Generated().IsMatch(file.Source.Text)
        select new Finding(
            file.Source.LineSpan(1),
            $"README.md of Feature \"{feature.Name}\" does not say that it is generated, and generating replaces it",
            "move the text to NOTES.md, which is put into the generated README.md"
        );

    [GeneratedRegex("auto-?generated|generated (from|by)", RegexOptions.IgnoreCase)]
    private static partial Regex Generated();
}
