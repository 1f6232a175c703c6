using Featuresmith.Reporting;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Reporting;

public class SmokeTableTests
{
    [Test]
    public void A_wide_terminal_gets_columns_and_no_name_broken()
    {
        var table = Write(120);
        table.ShouldMatch(@"hello +test +debian:bookworm +passed +2/2 +31\.3");
        table.ShouldContain("Base image");
    }

    [Test]
    public void A_narrow_terminal_gets_a_line_a_case_and_no_name_broken()
    {
        var lines = Write(40).Split('\n');
        lines[0].ShouldBe("passed hello/test@debian:bookworm 31.3 s");
        lines[1].ShouldBe("cached hello/test@debian:trixie 29.5 s");
        lines[2].ShouldBe("FAILED hello/loud@debian:trixie 12.0 s");
    }

    [TestCase(40)]
    [TestCase(120)]
    public void Failures_and_the_closing_line_are_the_same_at_every_width(int width)
    {
        var table = Write(width);
        table.ShouldContain("\nhello/loud@debian:trixie: loud.sh ended with 1\n  failed check: is <loud> & \u0007\n");
        table.ShouldContain("  again: featuresmith test --filter 'hello/loud@debian:trixie'\n");
        table.ShouldEndWith($"{SampleResults.All.Count(result => result.Passed)} passed, 2 failed\n");
    }

    private static string Write(int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new SmokeTable(writer, width).Write([.. SampleResults.All.Select(result => result with { LogFile = null })]);
        return writer.ToString();
    }
}
