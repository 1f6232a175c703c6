using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A scenario gives an option a value that it allows (specification, "options"; no tool checks it).</summary>
public sealed class FS307ScenarioOptionValue : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS307", "scenario-option-value", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection)
    {
        foreach (var use in OptionUse.In(collection))
        {
            if (
                use is { Option: { Enum: { Count: > 0 } allowed } option, Given.Value: JsonStringSyntax chosen }
                && allowed.All(value => value.Value != chosen.Value)
            )
            {
                yield return new Finding(
                    chosen.Span,
                    $"option \"{option.Id.Value}\" of Feature \"{use.Feature.Name}\" does not allow \"{chosen.Value}\"",
                    $"use one of {string.Join(", ", allowed.Select(value => $"\"{value.Value}\""))}"
                )
                {
                    Related = [new RelatedSpan(option.Id.Span, "declared here")],
                };
            }
            else if (
                use is
                {
                    Option: { Type.Value: "boolean" } flag,
                    Given.Value: JsonStringSyntax { Value: not ("true" or "false") } word
                }
            )
            {
                yield return new Finding(
                    word.Span,
                    $"option \"{flag.Id.Value}\" of Feature \"{use.Feature.Name}\" is a boolean, not \"{word.Value}\"",
                    "write true or false"
                )
                {
                    Related = [new RelatedSpan(flag.Id.Span, "declared here")],
                };
            }
        }
    }
}
