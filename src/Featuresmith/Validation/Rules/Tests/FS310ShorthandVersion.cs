using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>The short form "feature": "1.2" sets an option "version", which the Feature therefore has (CLI, containerFeaturesConfiguration.ts).</summary>
public sealed class FS310ShorthandVersion : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS310", "shorthand-version", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from configuration in collection.Configurations
        from request in configuration.Requests
        where request.LocalName is not null && request.Value is JsonStringSyntax
        let feature = collection.Feature(request.LocalName)
        where feature?.Metadata is { } metadata && metadata.Option("version") is null
        select new Finding(
            request.Value.Span,
            $"Feature \"{feature.Name}\" has no option \"version\", so this value is dropped",
            "give an object with its options, or {}"
        )
        {
            Related = [new RelatedSpan(feature.Place, "the Feature")],
        };
}
