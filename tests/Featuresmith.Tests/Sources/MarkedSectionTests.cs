using Featuresmith.Sources;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Sources;

public class MarkedSectionTests
{
    private const string Text = "# Title\n\n<!-- table: by a program -->\n\nold\n\n<!-- /table -->\n\nAfter.\n";

    [Test]
    public void Only_what_stands_between_the_marks_is_replaced() =>
        MarkedSection
            .Replace(Text, "table", "new\n")
            .ShouldBe("# Title\n\n<!-- table: by a program -->\n\nnew\n\n<!-- /table -->\n\nAfter.\n");

    [Test]
    public void What_was_written_is_read_back() =>
        MarkedSection.Content(MarkedSection.Replace(Text, "table", "a\n\nb\n")!, "table").ShouldBe("a\n\nb\n");

    [TestCase("# Title\n")]
    [TestCase("<!-- table: by a program -->\nno end\n")]
    [TestCase("<!-- /table --> <!-- table: the wrong way round -->\n")]
    [TestCase("<!-- table: never closed")]
    public void A_file_without_both_marks_has_no_section(string text)
    {
        MarkedSection.Replace(text, "table", "new\n").ShouldBeNull();
        MarkedSection.Content(text, "table").ShouldBeNull();
    }
}
