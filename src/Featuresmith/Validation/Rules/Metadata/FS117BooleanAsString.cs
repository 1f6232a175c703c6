using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>A string option that knows only "true" and "false" is a boolean (specification, "options").</summary>
public sealed class FS117BooleanAsString : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS117", "boolean-as-string", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in feature.Metadata?.Options ?? []
        let type = option.Type
        where type is { Value: "string" }
        let values = option.StringValues.ToList()
        where values.Count > 0 && values.All(value => value.Value is "true" or "false")
        select new Finding(
            type.Span,
            $"option \"{option.Id.Value}\" knows only \"true\" and \"false\", but is a string",
            "make it a boolean; install.sh receives the same words"
        );
}
