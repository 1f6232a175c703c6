using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>An option's default is one of its allowed values (specification, "options").</summary>
public sealed class FS104DefaultInEnum : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS104", "default-in-enum", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        foreach (var option in feature.Metadata?.Options ?? [])
        {
            if (
                option is { Default: JsonStringSyntax chosen, Enum: { } allowed }
                && allowed.All(value => value.Value != chosen.Value)
            )
            {
                yield return new Finding(
                    chosen.Span,
                    $"default \"{chosen.Value}\" of option \"{option.Id.Value}\" is not one of its allowed values",
                    Help(allowed)
                );
            }
        }
    }

    private static string Help(IReadOnlyList<Located<string>> allowed) =>
        allowed.Count > 0
            ? $"use one of {string.Join(", ", allowed.Select(value => $"\"{value.Value}\""))}, or add it to \"enum\""
            : "list the allowed values in \"enum\", or leave \"enum\" out";
}
