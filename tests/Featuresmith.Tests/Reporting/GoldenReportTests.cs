using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Reporting;

/// <summary>One fixed outcome in each format, compared with tests/golden/reports.</summary>
public class GoldenReportTests
{
    private static readonly string Golden = Path.Combine(RepositoryFiles.Root, "tests", "golden", "reports");

    private static Dictionary<string, Func<TextWriter, IValidationReport>> Formats =>
        new()
        {
            ["report.txt"] = writer => new TextReport(writer, colour: false),
            ["report.json"] = writer => new JsonReport(writer),
            ["report.sarif"] = writer => new SarifReport(writer),
            ["report.github"] = writer => new GitHubReport(writer),
        };

    public static IEnumerable<string> Names => Formats.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_report_is_as_its_golden_file(string name)
    {
        var writer = new StringWriter { NewLine = "\n" };
        Formats[name](writer).Write(Outcome());
        var file = Path.Combine(Golden, name);
        // How the golden files were made: run the tests with this set, then read the change before committing it.
        if (Environment.GetEnvironmentVariable("FEATURESMITH_UPDATE_GOLDEN") is not null)
        {
            File.WriteAllText(file, writer.ToString());
        }

        writer.ToString().ShouldBe(File.ReadAllText(file));
    }

    [Test]
    public void Every_golden_file_belongs_to_a_format() =>
        Directory.EnumerateFiles(Golden).Select(Path.GetFileName).Order().ShouldBe(Names.Order());

    [Test]
    public void The_JSON_report_fits_its_schema()
    {
        var bag = new DiagnosticBag();
        var report = JsonSyntaxTree.Parse(SourceText.Read(Path.Combine(Golden, "report.json")), bag);
        SchemaCheck.For("report").Check(report.Root!).Select(finding => finding.Message).ShouldBeEmpty();
        bag.ShouldBeEmpty();
    }

    // Every severity; tabs, wide characters, a long line; related places; help; a fix; a place at the very end; awkward paths.
    private static ValidationOutcome Outcome()
    {
        var metadata = new SourceText(
            "src/hello world/devcontainer-feature.json",
            "{\n\t\"id\": \"héllo\", \"漢字\": \"x\",\n  \"id\": \"hello\",\n  \"keywords\": [\""
                + new string('k', 200)
                + "\",]\n}\n"
        );
        var script = new SourceText("/tmp/a,b:c%d/install.sh", "set -e\n");
        var (first, second) = (Span(metadata, "\"id\""), Span(metadata, "\"id\": \"hello\""));
        var comma = Span(metadata, ",]");
        return new ValidationOutcome(
            DiagnosticBag.Sort([
                new Diagnostic(JsonSyntaxRules.DuplicateKey, second, "key \"id\" stands twice in this object")
                {
                    Help = "remove one of them; readers keep the last",
                    Related = [new RelatedSpan(first, "first written here")],
                },
                new Diagnostic(
                    RuleNames.Find("FS106")!,
                    metadata.Span(comma.Start, comma.Start + 1),
                    "a comma; 100% of it"
                )
                {
                    Fix = new Fix("remove the comma", new TextEdit(metadata.Span(comma.Start, comma.Start + 1), "")),
                },
                new Diagnostic(RuleNames.Find("FS004")!, script.LineSpan(1), "no \"#!\"\r\nat its first byte"),
                new Diagnostic(
                    RuleNames.Find("FS003")!,
                    Severity.Info,
                    metadata.Span(metadata.Text.Length, metadata.Text.Length),
                    "the end"
                ),
                new Diagnostic(RuleNames.Find("FS003")!, Span(metadata, "\"x\""), "behind a tab and wide characters"),
            ]),
            Features: 2,
            OtherFiles: 1
        );
    }

    private static SourceSpan Span(SourceText source, string text)
    {
        var start = source.Text.IndexOf(text, StringComparison.Ordinal);
        return source.Span(start, start + text.Length);
    }
}
