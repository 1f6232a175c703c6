using Featuresmith.Cli.Commands;
using Featuresmith.Smoke;
using Featuresmith.Tests.Reporting;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class TestReadmesTests
{
    private static readonly string[] Plan = [.. SampleResults.All.Select(result => result.Case.Name)];

    private TemporaryFolder folder = null!;
    private StringWriter error = null!;

    [SetUp]
    public void MakeCollection()
    {
        folder = new TemporaryFolder();
        error = new StringWriter { NewLine = "\n" };
        foreach (var feature in new[] { "hello", "other" })
        {
            folder.Write($"src/{feature}/install.sh", "");
            folder.Write($"test/{feature}/test.sh", "");
        }
    }

    [TearDown]
    public void RemoveCollection()
    {
        folder.Dispose();
        error.Dispose();
    }

    [Test]
    public void Each_Feature_gets_a_page_and_a_second_run_leaves_its_bytes_alone()
    {
        Write(SampleResults.All);
        var page = folder.Read("test/hello/README.md");
        page.ShouldContain("| loud | – | – | **failed**, 0/1 checks |");
        folder.Read("test/other/README.md").ShouldContain("1 containers: 0 passed, 1 failed.");
        Write(SampleResults.All);
        folder.Read("test/hello/README.md").ShouldBe(page);
    }

    [Test]
    public void A_run_that_left_cases_out_does_not_touch_the_page_and_says_so()
    {
        folder.Write("test/hello/README.md", "as it was");
        Write([.. SampleResults.All.Skip(1)]);
        folder.Read("test/hello/README.md").ShouldBe("as it was");
        error.ToString().ShouldContain("the page of hello stays as it is: 1 of its cases did not run");
    }

    private void Write(IReadOnlyList<SmokeResult> results) =>
        new TestReadmes(new SmokeCollection(folder.Path), Plan, error).Write(results);
}
