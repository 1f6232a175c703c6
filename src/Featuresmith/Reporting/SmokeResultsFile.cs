using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>
/// The last result of every case of a collection, one a line, for the collection's page. A run replaces the results of its own
/// cases and leaves the others, so that no run has to be of everything.
/// </summary>
public static class SmokeResultsFile
{
    /// <summary>The text of the file after a run.</summary>
    /// <param name="before">Its text before; empty or null for none.</param>
    /// <param name="results">The run's results.</param>
    /// <exception cref="JsonException">The text before is not such a file.</exception>
    public static string Merge(string? before, IReadOnlyList<SmokeResult> results)
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(before))
        {
            foreach (var test in Tests(before))
            {
                lines[Name(test)] = test.ToJsonString();
            }
        }

        foreach (var result in results)
        {
            var test = Test(result);
            lines[Name(test)] = test.ToJsonString();
        }

        return $"{{\n  \"tests\": [\n{string.Join(",\n", lines.Values.Select(line => $"    {line}"))}\n  ]\n}}\n";
    }

    private static IEnumerable<JsonObject> Tests(string text) =>
        JsonNode.Parse(text) is JsonObject file && file["tests"] is JsonArray tests && tests.All(IsTest)
            ? tests.Select(test => test!.AsObject())
            : throw new JsonException("it holds no results of smoke tests");

    private static bool IsTest(JsonNode? test) =>
        test is JsonObject entry && entry["feature"] is JsonValue && entry["scenario"] is JsonValue;

    // A cached case has passed, in the time that it once took. Tenths of a second: the rest is noise, and the file is committed.
    private static JsonObject Test(SmokeResult result) =>
        new()
        {
            ["feature"] = result.Case.Feature,
            ["scenario"] = result.Case.Scenario,
            ["base"] = result.Case.BaseImage,
            ["result"] = result.Passed ? "passed" : "failed",
            ["seconds"] = Math.Round(result.Duration.TotalSeconds, 1),
        };

    private static string Name(JsonObject test) => $"{test["feature"]}/{test["scenario"]}@{test["base"]}";
}
