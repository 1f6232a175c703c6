using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>Proposals are some different values, and the default is among them (specification, "options").</summary>
public sealed class FS116Proposals : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS116", "proposals", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        foreach (var option in feature.Metadata?.Options ?? [])
        {
            if (option.Proposals is not { } proposals)
            {
                continue;
            }

            foreach (var value in proposals.GroupBy(value => value.Value).SelectMany(values => values.Skip(1)))
            {
                yield return new Finding(
                    value.Span,
                    $"\"{value.Value}\" is proposed twice for option \"{option.Id.Value}\"",
                    "remove one of them"
                );
            }

            if (proposals.Count == 0)
            {
                yield return new Finding(
                    option.Id.Span,
                    $"option \"{option.Id.Value}\" proposes nothing",
                    "propose values, or leave \"proposals\" out"
                );
            }
            // An empty default stands for "nothing chosen", which nobody proposes.
            else if (
                option.Default is JsonStringSyntax { Value.Length: > 0 } chosen
                && proposals.All(value => value.Value != chosen.Value)
            )
            {
                yield return new Finding(
                    chosen.Span,
                    $"default \"{chosen.Value}\" of option \"{option.Id.Value}\" is not among its proposals",
                    "propose it too, so that people who look at another value find the way back"
                );
            }
        }
    }
}
