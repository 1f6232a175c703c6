using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>Every script in a test folder is run: it has a scenario's name, or another script runs it.</summary>
public sealed class FS304OrphanScript : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS304", "orphan-test-script", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from test in collection.Tests
        from script in test.Scripts
        where script.Path is not (TestFolder.TestName or TestFolder.DuplicateName) && !IsRun(test, script)
        select new Finding(
            script.Source.LineSpan(1),
            $"no scenario is called \"{script.Path[..^3]}\", so {script.Path} never runs",
            "add the scenario to scenarios.json, or remove the script"
        );

    private static bool IsRun(TestFolder test, FeatureFile script) =>
        test.Scenarios.Any(scenario => $"{scenario.Name.Value}.sh" == script.Path)
        || test.Files.Any(other =>
            other != script && other.Source.Text.Contains(script.Path, StringComparison.Ordinal)
        );
}
