using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Syntax;

public class JsonTriviaTests
{
    [TestCase("{ // a\n}", "// a")]
    [TestCase("{ // a\r\n}", "// a")]
    [TestCase("{ // a\r}", "// a")]
    [TestCase("// a", "// a")]
    [TestCase("[/* a\n b */1/**/]", "/* a\n b */|/**/")]
    [TestCase("/* never closed", "/* never closed")]
    [TestCase("\"http://x\\\"//\" // y", "// y")]
    [TestCase("/ / \"", "")]
    public void Comments_are_found_and_nothing_in_strings_is_one(string text, string comments) =>
        Texts(JsonTrivia.Scan(new SourceText("f", text)).Comments).ShouldBe(comments);

    [TestCase("[1,]", "2")]
    [TestCase("{ \"a\": [1 , // b\n ], }", "10 19")]
    [TestCase("[1, 2]", "")]
    [TestCase("[\",]\", {}]", "")]
    [TestCase(",", "")]
    public void Trailing_commas_are_found(string text, string offsets) =>
        string.Join(' ', JsonTrivia.Scan(new SourceText("f", text)).TrailingCommas.Select(comma => comma.Start))
            .ShouldBe(offsets);

    private static string Texts(IEnumerable<SourceSpan> spans) =>
        string.Join('|', spans.Select(span => span.Source.Text[span.Start..span.End]));
}
