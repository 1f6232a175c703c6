using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>The folder src holds Feature folders and nothing else; publishing with the official action stops at another entry (action, main.ts).</summary>
public sealed class FS407StrayInSource : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS407", "stray-in-source", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from stray in collection.Strays
        let path = $"{collection.Path}/{stray}"
        select new Finding(
            new SourceText(path, "").Span(0, 0),
            $"\"{stray}\" lies among the Features, but is none",
            $"move it out of {collection.Path}, or add a {FeatureFolder.MetadataName}"
        );
}
