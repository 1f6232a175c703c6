using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>Runs the rules and turns what they find into diagnostics.</summary>
public static class Linter
{
    /// <summary>Everything that the rules find in a collection.</summary>
    public static IEnumerable<Diagnostic> Check(FeatureCollection collection) =>
        RuleCatalog
            .ForCollections.SelectMany(rule => rule.Check(collection).Select(finding => finding.By(rule.Info)))
            .Concat(collection.Features.SelectMany(Check));

    /// <summary>Everything that the rules for single Features find in one of them.</summary>
    public static IEnumerable<Diagnostic> Check(FeatureFolder feature) =>
        RuleCatalog.ForFeatures.SelectMany(rule => rule.Check(feature).Select(finding => finding.By(rule.Info)));
}
