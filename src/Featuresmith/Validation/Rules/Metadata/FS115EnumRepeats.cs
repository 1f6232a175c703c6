using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>The values in an option's enum are all different (specification, "options").</summary>
public sealed class FS115EnumRepeats : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS115", "enum-repeats", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in feature.Metadata?.Options ?? []
        from values in (option.Enum ?? []).GroupBy(value => value.Value)
        from value in values.Skip(1)
        select new Finding(
            value.Span,
            $"\"{value.Value}\" stands twice among the allowed values of option \"{option.Id.Value}\"",
            "remove one of them"
        )
        {
            Related = [new RelatedSpan(values.First().Span, "first written here")],
        };
}
