using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>No two options reach install.sh in one variable (CLI, containerFeatures.ts, getSafeId).</summary>
public sealed class FS111OptionNameClash : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS111", "option-name-clash", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from options in (feature.Metadata?.Options ?? []).GroupBy(option => option.EnvironmentName)
        let first = options.First()
        from option in options.Skip(1)
        // One id written twice is a repeated key, which the reader reports.
        where option.Id.Value != first.Id.Value
        select new Finding(
            option.Id.Span,
            $"options \"{first.Id.Value}\" and \"{option.Id.Value}\" both reach install.sh as {options.Key}",
            "rename one of them; the last one written wins"
        )
        {
            Related = [new RelatedSpan(first.Id.Span, "the other option")],
        };
}
