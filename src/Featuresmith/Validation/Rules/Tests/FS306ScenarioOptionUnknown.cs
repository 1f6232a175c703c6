using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A scenario gives Features options that they declare; others are exported and read by nobody (CLI, containerFeatures.ts).</summary>
public sealed class FS306ScenarioOptionUnknown : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS306", "scenario-option-unknown", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from use in OptionUse.In(collection)
        where use.Option is null && use.Feature.Metadata is not null
        select new Finding(
            use.Given.Key.Span,
            $"Feature \"{use.Feature.Name}\" has no option \"{use.Given.Key.Value}\"",
            Help(use.Feature.Metadata!, use.Given.Key.Value)
        )
        {
            Related = [new RelatedSpan(use.Feature.Place, "the Feature")],
        };

    private static string Help(FeatureMetadata metadata, string given)
    {
        var ids = metadata.Options.Select(option => option.Id.Value).ToList();
        return ids.FirstOrDefault(id => id.Equals(given, StringComparison.OrdinalIgnoreCase)) is { } meant
                ? $"write \"{meant}\""
            : ids.Count > 0 ? $"its options are {string.Join(", ", ids.Select(id => $"\"{id}\""))}"
            : "it has no options; write {}";
    }
}
