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

    [Test]
    public void The_table_of_the_family_keeps_the_lines_of_Features_that_this_run_left_out()
    {
        const string earlier =
            "| gone | x | 1 | passed | 0.1 min |\n| hello | x | 9 | passed | 9.9 min |\n| new | x | 2 | passed | 0.2 min |\n";
        ShouldBeGolden("family-table.md", FamilyTestTable.Text(Results, earlier, ["hello", "new", "other"]));
    }

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
