using Featuresmith.Reporting;
using Featuresmith.Sources;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Reporting;

public class SnippetWriterTests
{
    [Test]
    public void The_marker_stands_under_the_span() =>
        Snippet("first\nab \"cd\" ef", 9, 13).ShouldBe("  |\n2 | ab \"cd\" ef\n  |    ^~~~\n");

    [Test]
    public void Tabs_and_wide_characters_line_up() =>
        Snippet("\t漢字 x", 4, 5).ShouldBe("  |\n1 |     漢字 x\n  |          ^\n");

    [Test]
    public void An_empty_span_is_marked_by_one_caret() => Snippet("abc", 1, 1).ShouldBe("  |\n1 | abc\n  |  ^\n");

    [Test]
    public void A_span_of_several_lines_is_marked_to_the_end_of_its_first() =>
        Snippet("{\n  1\n}", 0, 7).ShouldBe("  |\n1 | {\n  | ^\n");

    [Test]
    public void A_long_line_is_cut_around_the_place()
    {
        var snippet = Snippet(new string('a', 5000) + "X" + new string('b', 5000), 5000, 5001).Split('\n');
        snippet[1].Length.ShouldBeLessThan(120);
        snippet[1].ShouldStartWith("1 | …a");
        snippet[1].IndexOf('X', StringComparison.Ordinal).ShouldBe(snippet[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Test]
    public void Control_characters_do_not_reach_the_terminal() =>
        Snippet("a\u001b[31mb", 0, 1).ShouldNotContain("\u001b");

    [FsCheck.NUnit.Property]
    public void Any_span_of_any_text_can_be_shown(
        FsCheck.NonNull<string> text,
        FsCheck.NonNegativeInt a,
        FsCheck.NonNegativeInt b
    )
    {
        var length = text.Get.Length;
        var (start, end) = (Math.Min(a.Get, length), Math.Min(b.Get, length));
        Snippet(text.Get, Math.Min(start, end), Math.Max(start, end)).ShouldNotBeNull();
    }

    private static string Snippet(string text, int start, int end)
    {
        var writer = new StringWriter { NewLine = "\n" };
        SnippetWriter.Write(writer, new SourceText("f", text).Span(start, end), marker => marker);
        return writer.ToString();
    }
}
