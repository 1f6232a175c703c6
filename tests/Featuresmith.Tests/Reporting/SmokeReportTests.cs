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

    private static readonly IReadOnlyList<SmokeResult> Results = SampleResults.All;

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

    [Test]
    public void A_Feature_s_page_lists_its_scenarios_and_their_checks() =>
        ShouldBeGolden("feature-page.md", FeatureTestPage.Text("hello", [.. Results.Where(IsOfHello)]));

    [Test]
    public void A_Feature_s_page_says_the_same_of_a_slower_run() =>
        FeatureTestPage
            .Text(
                "hello",
                [.. Results.Where(IsOfHello).Select(result => result with { Duration = TimeSpan.FromHours(1) })]
            )
            .ShouldBe(FeatureTestPage.Text("hello", [.. Results.Where(IsOfHello)]));

    private static bool IsOfHello(SmokeResult result) => result.Case.Feature == "hello";

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
}
