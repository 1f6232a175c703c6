using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>A PATH in containerEnv has the PATH of before in it; without it the container finds no command.</summary>
public sealed partial class FS133PathReplaced : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS133", "path-replaced", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from member in feature.Metadata?.ContainerEnv ?? []
        where member.Key.Value == "PATH" && member.Value is JsonStringSyntax text && !Former().IsMatch(text.Value)
        select new Finding(
            member.Value.Span,
            "this PATH replaces the image's, and the container finds no command",
            "end it with \":${PATH}\""
        );

    // ${containerEnv:PATH} is not replaced here, which is FS134's, but shows what was meant.
    [GeneratedRegex(@"\$(PATH\b|\{(containerEnv:)?PATH\b)")]
    private static partial Regex Former();
}
