using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Reporting;

/// <summary>One fixed run in every format, compared with tests/golden/smoke-reports; UPDATE_GOLDEN=1 writes them.</summary>
public class SmokeReportTests
{
    private static readonly string Golden = Path.Combine(RepositoryFiles.Root, "tests", "golden", "smoke-reports");

    private static readonly SmokeResult[] Results =
    [
        Result(
            "hello",
            "test",
            "debian:bookworm",
            null,
            SmokeVerdict.Passed,
            null,
            31.25,
            ("greets", true),
            ("is | quiet", true)
        ),
        Result("hello", "test", "debian:trixie", null, SmokeVerdict.Cached, null, 29.5),
        Result(
            "hello",
            "loud",
            "debian:trixie",
            null,
            SmokeVerdict.Failed,
            "loud.sh ended with 1",
            12,
            ("is <loud> & \u0007", false)
        ),
        Result("hello", "shout", "", "no shouting", SmokeVerdict.Passed, null, 3.125),
        Result(
            "other",
            "test",
            "debian:bookworm",
            null,
            SmokeVerdict.Failed,
            "did not end within 10 minutes,\nor so: 100%",
            600
        ),
    ];

    [TestCase("json", "report.json")]
    [TestCase("junit", "report.xml")]
    [TestCase("markdown", "report.md")]
    public void A_report_is_as_it_was(string kind, string file) => ShouldBeGolden(file, Written(kind));

    [Test]
    public void A_results_file_keeps_what_the_run_did_not_touch_and_replaces_what_it_did()
    {
        const string before = """
            { "tests": [
              { "feature": "hello", "scenario": "test", "base": "debian:trixie", "result": "failed", "seconds": 1 },
              { "feature": "another", "scenario": "test", "base": "debian:trixie", "result": "passed", "seconds": 2 }
            ] }
            """;
        var after = SmokeResultsFile.Merge(before, [Results[1]]);
        after.ShouldBe(
            """
            {
              "tests": [
                {"feature":"another","scenario":"test","base":"debian:trixie","result":"passed","seconds":2},
                {"feature":"hello","scenario":"test","base":"debian:trixie","result":"passed","seconds":29.5}
              ]
            }

            """
        );
        SmokeResultsFile.Merge(after, [Results[1]]).ShouldBe(after);
    }

    [TestCase("[]")]
    [TestCase("{ \"tests\": [1] }")]
    [TestCase("not JSON")]
    public void What_is_no_results_file_is_not_written_over(string before) =>
        Should.Throw<System.Text.Json.JsonException>(() => SmokeResultsFile.Merge(before, [Results[1]]));

    [Test]
    public void GitHub_gets_one_escaped_command_a_failure()
    {
        var writer = new StringWriter { NewLine = "\n" };
        GitHubSmokeReport.Write(writer, Results);
        ShouldBeGolden("annotations.txt", writer.ToString());
    }

    [Test]
    public void The_JSON_report_fits_its_schema()
    {
        var bag = new DiagnosticBag();
        var tree = JsonSyntaxTree.Parse(new SourceText("report.json", Written("json")), bag);
        SchemaCheck.For("report").Check(tree.Root!).ShouldBeEmpty();
    }

    [Test]
    public void The_HTML_page_carries_its_data_and_no_log_can_end_its_script()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("case.log", "before </script><script>alert(1)</script> after\n");
        var writer = new StringWriter();
        HtmlSmokeReport.Write(writer, [Results[0] with { LogFile = log }]);
        var page = writer.ToString();
        var data = page.Split("<script id=\"data\" type=\"application/json\">")[1].Split("</script>")[0];
        JsonNode.Parse(data)!["tests"]![0]!["text"]!.ToString().ShouldContain("</script><script>alert(1)");
        page.ShouldNotContain("alert(1)</script>");
        page.ShouldNotContain("https://");
    }

    private static string Written(string kind)
    {
        var writer = new StringWriter { NewLine = "\n" };
        SmokeReportKind.All[kind](writer, Results, null);
        return writer.ToString();
    }

    private static void ShouldBeGolden(string file, string actual)
    {
        var path = Path.Combine(Golden, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        actual.ShouldBe(File.ReadAllText(path));
    }

    private static SmokeResult Result(
        string feature,
        string scenario,
        string image,
        string? failsWith,
        SmokeVerdict verdict,
        string? reason,
        double seconds,
        params (string Label, bool Passed)[] checks
    ) =>
        new(
            new SmokeCase(feature, scenario, image, [], $"{scenario}.sh", failsWith),
            verdict,
            reason,
            TimeSpan.FromSeconds(seconds),
            verdict == SmokeVerdict.Cached ? null : $"/logs/{feature}-{scenario}.log",
            [.. checks.Select(check => new SmokeCheck(check.Label, check.Passed, TimeSpan.FromMilliseconds(40)))]
        );
}
