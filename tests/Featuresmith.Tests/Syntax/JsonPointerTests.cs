using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Syntax;

public class JsonPointerTests
{
    [TestCase("", "{\"a/b\": [{\"~\": 7}]}")]
    [TestCase("/a~1b", "[{\"~\": 7}]")]
    [TestCase("/a~1b/0/~0", "7")]
    [TestCase("/a~1b/5", "[{\"~\": 7}]")]
    public void A_pointer_leads_to_its_value_or_to_the_last_one_on_its_way(string pointer, string expected)
    {
        const string text = "{\"a/b\": [{\"~\": 7}]}";
        var tree = JsonSyntaxTree.Parse(new SourceText("f", text), new DiagnosticBag());
        var span = JsonPointer.Follow(tree.Root!, pointer).Span;
        text[span.Start..span.End].ShouldBe(expected);
    }
}
