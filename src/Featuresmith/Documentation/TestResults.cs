using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Documentation;

/// <summary>
/// The last results of smoke tests, as "test --report results=FILE" and "test --report json=FILE" write them. Reads nothing but them:
/// no Feature is supported because somebody says so.
/// </summary>
public sealed class TestResults
{
    private readonly IReadOnlyList<Result> results;

    private TestResults(IReadOnlyList<Result> results) => this.results = results;

    /// <summary>No results at all.</summary>
    public static TestResults None { get; } = new([]);

    /// <summary>Where a collection's results lie, unless somebody says otherwise.</summary>
    public static string FileOf(CollectionFolder collection) =>
        Path.Combine(collection.Root, CollectionPage.ResultsName);

    /// <summary>Reads a file.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="bag">Receives what is wrong with it as JSON.</param>
    public static TestResults Read(SourceText source, DiagnosticBag bag)
    {
        var tests = JsonSyntaxTree.Parse(source, bag).RootObject?["tests"] as JsonArraySyntax;
        return new([
            .. from test in tests?.Items.OfType<JsonObjectSyntax>() ?? []
            let feature = test.String("feature")?.Value
            let scenario = test.String("scenario")?.Value
            let image = test.String("base")?.Value
            // A case that builds its own image says nothing of any distribution.
            where feature is not null && scenario is not null && image is { Length: > 0 }
            select new Result(feature, scenario, image, test.String("result")?.Value is "passed" or "cached"),
        ]);
    }

    /// <summary>A Feature's results by base image, sorted.</summary>
    /// <param name="feature">The Feature's id.</param>
    /// <param name="tests">Its test folder; results of scenarios that are no longer in it do not count. Null where there is none.</param>
    public IReadOnlyList<TestedBase> Of(string feature, TestFolder? tests)
    {
        if (tests is null)
        {
            return [];
        }

        var scenarios = tests.Scenarios.ToLookup(scenario => scenario.Name.Value, StringComparer.Ordinal);
        return
        [
            .. from result in results
            where
                result.Feature == feature && (scenarios.Contains(result.Scenario) || IsScriptOf(tests, result.Scenario))
            let mustFail = scenarios[result.Scenario].Any(scenario => scenario.ExpectsFailure)
            group (result.Passed, MustFail: mustFail) by result.Image into cases
            orderby cases.Key
            select new TestedBase(
                cases.Key,
                cases.Count(test => test is { Passed: true, MustFail: false }),
                cases.Count(test => test is { Passed: false, MustFail: false }),
                cases.Count(test => test is { Passed: true, MustFail: true })
            ),
        ];
    }

    // "test" and "duplicate" are no scenarios of a file, but have their scripts.
    private static bool IsScriptOf(TestFolder tests, string scenario) =>
        scenario is "test" or "duplicate" && tests.HasScript($"{scenario}.sh");

    private sealed record Result(string Feature, string Scenario, string Image, bool Passed);
}
