using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>A test script that uses the test library ends with reportResults, or a failed check passes (CLI, testCommandImpl.ts, test library).</summary>
public sealed partial class FS311ResultsUnreported : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS311", "results-unreported", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        from script in test.Scripts
        let source = Sourced().Match(script.Source.Text)
        where source.Success && !Reported().IsMatch(script.Source.Text)
        select new Finding(
            script.Source.Span(source.Index, source.Index + source.Length),
            $"{script.Path} uses the test library, but never calls reportResults",
            "end the script with a line reportResults; only it turns a failed check into a failed test"
        );

    [GeneratedRegex(@"(?<=^[ \t]*)(source|\.)[ \t]+\S*dev-container-features-test-lib\b", RegexOptions.Multiline)]
    private static partial Regex Sourced();

    [GeneratedRegex(@"^[^#\n]*\breportResults\b", RegexOptions.Multiline)]
    private static partial Regex Reported();
}
