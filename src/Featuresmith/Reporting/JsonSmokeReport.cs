using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>The results for programs, in the form of schemas/report.schema.json.</summary>
public static class JsonSmokeReport
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the results in the order of the plan.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<SmokeResult> results) =>
        writer.Write(Document(results).ToJsonString(Layout) + "\n");

    internal static JsonObject Document(IReadOnlyList<SmokeResult> results) =>
        new()
        {
            ["version"] = 1,
            ["tests"] = new JsonArray([.. results.Select(Test)]),
            ["summary"] = new JsonObject
            {
                ["passed"] = results.Count(result => result.Passed),
                ["failed"] = results.Count(result => !result.Passed),
                ["cached"] = results.Count(result => result.Verdict == SmokeVerdict.Cached),
            },
        };

    private static JsonObject Test(SmokeResult result)
    {
        var test = new JsonObject { ["feature"] = result.Case.Feature, ["scenario"] = result.Case.Scenario };
        if (result.Case.BaseImage.Length > 0)
        {
            test["base"] = result.Case.BaseImage;
        }

        test["expect"] = result.Case.FailsWith is null ? "pass" : "fail";
        test["result"] = result.Verdict.ToString().ToLowerInvariant();
        if (result.Reason is { } reason)
        {
            test["reason"] = reason;
        }

        test["seconds"] = Seconds(result.Duration);
        if (result.LogFile is { } log)
        {
            test["log"] = log.Replace('\\', '/');
        }

        test["checks"] = new JsonArray([.. result.Checks.Select(Check)]);
        return test;
    }

    private static JsonObject Check(SmokeCheck check) =>
        new()
        {
            ["label"] = check.Label,
            ["passed"] = check.Passed,
            ["seconds"] = Seconds(check.Duration),
        };

    private static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 3);
}
