using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>Options are given strings or booleans; other values reach install.sh as JavaScript prints them (CLI, containerFeatures.ts).</summary>
public sealed class FS312OptionStringified : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS312", "option-stringified", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from configuration in collection.Configurations
        from request in configuration.Requests
        from given in request.Options
        where given.Value is not (JsonStringSyntax or JsonBooleanSyntax)
        select new Finding(
            given.Value.Span,
            $"option \"{given.Key.Value}\" is given {given.Value.KindName}, which reaches install.sh as text",
            given.Value is JsonArraySyntax ? "write one string with commas" : "write a string"
        );
}
