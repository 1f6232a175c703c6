using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Suppressions;

namespace Featuresmith.Validation;

/// <summary>Runs the rules, turns what they find into diagnostics, and decides which of them are shown and how they weigh.</summary>
public static class Linter
{
    /// <summary>Everything that the rules find in a collection.</summary>
    public static IEnumerable<Diagnostic> Check(FeatureCollection collection) => Check(collection, _ => true);

    /// <summary>What some of the rules find in a collection.</summary>
    /// <param name="collection">The Features.</param>
    /// <param name="isWanted">Whether a rule is asked at all.</param>
    public static IEnumerable<Diagnostic> Check(FeatureCollection collection, Predicate<RuleInfo> isWanted)
    {
        var rules = RuleCatalog.ForFeatures.Where(rule => isWanted(rule.Info)).ToList();
        // A rule remembers nothing, and a Feature is looked at by one thread.
        var ofFeatures = SideBySide.Select(
            collection.Features,
            feature => rules.SelectMany(rule => rule.Check(feature).Select(finding => finding.By(rule.Info))).ToList()
        );
        return RuleCatalog
            .ForCollections.Where(rule => isWanted(rule.Info))
            .SelectMany(rule => rule.Check(collection).Select(finding => finding.By(rule.Info)))
            .Concat(ofFeatures.SelectMany(findings => findings));
    }

    /// <summary>What the Features of a devcontainer.json come to together; they themselves are not looked at.</summary>
    public static IEnumerable<Diagnostic> CheckMerged(FeatureCollection used) =>
        RuleCatalog.OfMergedConfigurations.SelectMany(rule =>
            rule.Check(used).Select(finding => finding.By(rule.Info))
        );

    /// <summary>Everything that the rules for single Features find in one of them.</summary>
    public static IEnumerable<Diagnostic> Check(FeatureFolder feature) =>
        RuleCatalog.ForFeatures.SelectMany(rule => rule.Check(feature).Select(finding => finding.By(rule.Info)));

    /// <summary>Everything that the rules for devcontainer.json find in one.</summary>
    public static IEnumerable<Diagnostic> Check(DevContainerFile file) =>
        RuleCatalog.ForDevContainers.SelectMany(rule => rule.Check(file).Select(finding => finding.By(rule.Info)));

    /// <summary>What is left of findings when suppressions and settings have spoken, sorted, each once.</summary>
    /// <param name="found">The findings of the readers and of the rules.</param>
    /// <param name="scope">What was looked at.</param>
    public static IReadOnlyList<Diagnostic> Conclude(IEnumerable<Diagnostic> found, LintScope scope)
    {
        var all = found.ToList();
        // In a file that could not be read no rule had its chance.
        var unread = all.Any(diagnostic => diagnostic.Rule == JsonSyntaxRules.InvalidJson);
        var filter = new SuppressionFilter(scope.Suppressions(all), rule => !unread && scope.Ran(rule));
        return DiagnosticBag.Sort(filter.Apply(all).Select(scope.Settings.Weigh).OfType<Diagnostic>());
    }
}
