using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A boolean option is given true or false without quotation marks, as users are shown it.</summary>
public sealed class FS308QuotedBoolean : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS308", "quoted-boolean", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from use in OptionUse.In(collection)
        where use.Option?.Type is { Value: "boolean" }
        let text = use.Given.Value as JsonStringSyntax
        where text?.Value is "true" or "false"
        select new Finding(
            text.Span,
            $"boolean option \"{use.Given.Key.Value}\" is given a string",
            $"write {text.Value} without quotation marks"
        );
}
