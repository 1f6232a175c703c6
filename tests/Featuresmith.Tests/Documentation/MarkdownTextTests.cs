using Featuresmith.Documentation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Documentation;

public class MarkdownTextTests
{
    [TestCase("plain `code` and *marks*", "plain `code` and *marks*")]
    [TestCase("a|b", "a\\|b")]
    [TestCase("escaped\\|before", "escaped\\|before")]
    [TestCase("two\\\\|", "two\\\\\\|")]
    [TestCase("first\r\nsecond\nthird", "first<br>second<br>third")]
    [TestCase("ends with \\", "ends with \\\\")]
    [TestCase(" \n ", "-")]
    public void A_description_is_Markdown_and_stays_in_its_cell(string description, string cell) =>
        MarkdownText.Cell(description).ShouldBe(cell);

    [TestCase("/var/lib/docker", "/var/lib/docker")]
    [TestCase("os-provided", "os-provided")]
    [TestCase("snake_case_name", "snake_case_name")]
    [TestCase("_edge_", "\\_edge\\_")]
    [TestCase("**/*.sh", "\\*\\*/\\*.sh")]
    [TestCase("<b>&amp;", "\\<b>\\&amp;")]
    [TestCase("", "-")]
    public void A_default_means_itself(string text, string literal) => MarkdownText.Literal(text).ShouldBe(literal);

    [TestCase("latest", "`latest`")]
    [TestCase("", "`\"\"`")]
    [TestCase("a|b", "`a\\|b`")]
    [TestCase("has `ticks`", "`` has `ticks` ``")]
    [TestCase("two\nlines", "`two lines`")]
    public void A_value_is_code(string text, string code) => MarkdownText.Code(text).ShouldBe(code);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void No_text_ends_its_cell_or_its_line(string? text)
    {
        foreach (
            var cell in new[]
            {
                MarkdownText.Cell(text ?? ""),
                MarkdownText.Literal(text ?? ""),
                MarkdownText.Code(text ?? ""),
            }
        )
        {
            cell.ShouldNotContain('\n');
            cell.ShouldNotContain('\r');
            MarkdownTable.Cells($"| {cell} | next |").ShouldBe([cell.Trim(), "next"]);
        }
    }
}
