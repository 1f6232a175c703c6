using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Syntax.Shell;

/// <summary>Whatever the text is: no crash, an end, and every place inside the text.</summary>
public class ShellReaderLimitTests
{
    private static readonly string[] Pieces =
    [
        "`",
        "\\",
        "\"",
        "'",
        "$",
        "${",
        "$(",
        "$((",
        "((",
        "))",
        "(",
        ")",
        "{ ",
        "}",
        "[[ ",
        " ]]",
        "<<E",
        "<<-'E'",
        "\nE\n",
        "<(",
        "if ",
        "then ",
        "fi",
        "else ",
        "for x in ",
        "do ",
        "done",
        "while ",
        "case x in ",
        "esac",
        ";;",
        ";",
        "|",
        "&",
        "&&",
        ">",
        "#",
        "=",
        "a=(",
        "f() ",
        "function ",
        "\n",
        " ",
        "\t",
        "x",
        "é",
        "\0",
        "\r",
        "@(",
        "!",
        "~",
        "*",
        "${x:-",
        "[",
        "]",
    ];

    [Test]
    public void Random_text_is_read_to_its_end([Values(1, 2, 3, 4, 5, 6, 7, 8)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)])
            );
            var script = ShellScript.Read(new SourceText("s", text));
            foreach (var node in script.Body.DescendantsAndSelf())
            {
                node.Span.Start.ShouldBeInRange(0, text.Length, text);
                node.Span.End.ShouldBeInRange(node.Span.Start, text.Length, text);
            }
        }
    }

    // Each of these makes a reader that looks ahead or recurses without bounds take very long or die.
    [TestCaseSource(nameof(Pieces))]
    public void A_piece_repeated_without_end_is_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000));
        ShellScript.Read(new SourceText("s", text)).Body.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
    }

    [TestCase("((\\`")]
    [TestCase("`\\`")]
    [TestCase("$((a)")]
    [TestCase("a <<E\n")]
    [TestCase("a <<E `\n")]
    [TestCase("${a:-'")]
    [TestCase("\"$(")]
    [TestCase("if a; then ")]
    [TestCase("! ")]
    [TestCase("f() ")]
    [TestCase("a[")]
    public void A_mixture_repeated_without_end_is_read(string piece) => A_piece_repeated_without_end_is_read(piece);
}
