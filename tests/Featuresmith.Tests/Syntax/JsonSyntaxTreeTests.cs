using System.Text;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Syntax;

public class JsonSyntaxTreeTests
{
    [Test]
    public void Every_key_and_value_knows_its_place_behind_comments_and_wide_characters()
    {
        var root = Parse("{\n  // ü€😀\n  \"ä😀\": [1, /* x */ \"b\",],\n}").RootObject!;
        var member = root.Members.Single();
        member.Key.Span.StartPosition.ShouldBe(new SourcePosition(3, 3));
        member.Key.Span.EndPosition.ShouldBe(new SourcePosition(3, 8));
        var item = ((JsonArraySyntax)member.Value).Items[1];
        Text(item.Span).ShouldBe("\"b\"");
        Text(member.Value.Span).ShouldBe("[1, /* x */ \"b\",]");
        root.Span.EndPosition.ShouldBe(new SourcePosition(4, 2));
    }

    [Test]
    public void An_escaped_key_ends_where_its_quotation_mark_stands() =>
        Text(Parse("{\"a\\u0041\\\"\" : 1}").RootObject!.Members[0].Key.Span).ShouldBe("\"a\\u0041\\\"\"");

    [Test]
    public void A_repeated_key_names_the_place_where_it_stood_first()
    {
        var bag = new DiagnosticBag();
        Parse("{\n  \"a\": 1,\n  \"a\": 2\n}", bag)
            .RootObject!["a"]
            .ShouldBeOfType<JsonNumberSyntax>()
            .Raw.ShouldBe("2");
        var finding = bag.ShouldHaveSingleItem();
        finding.Rule.ShouldBe(JsonSyntaxRules.DuplicateKey);
        finding.Span.StartPosition.ShouldBe(new SourcePosition(3, 3));
        finding.Related.ShouldHaveSingleItem().Span.StartPosition.ShouldBe(new SourcePosition(2, 3));
    }

    [TestCase("", 1, 1, "the file is empty")]
    [TestCase("  \n ", 1, 1, "the file is empty")]
    [TestCase("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "cannot stand behind a value")]
    [TestCase("{ \"a\": [1, 2", 1, 13, "ends in the middle")]
    [TestCase("{ \"a\": \"b", 1, 10, "ends in the middle")]
    [TestCase("{ 'a': 1 }", 1, 3, "double quotation marks")]
    [TestCase("{ a: 1 }", 1, 3, "where a key")]
    [TestCase("{ \"a\": \"x\ny\" }", 1, 10, "cannot stand in a string")]
    [TestCase("{} {}", 1, 4, "")]
    [TestCase("{ \"a\": \"\\q\" }", 1, 10, "")]
    [TestCase("{ \"a\": \"\\ud800\" }", 1, 8, "half a character")]
    public void What_is_not_JSON_is_one_finding_at_its_place(string text, int line, int column, string says)
    {
        var bag = new DiagnosticBag();
        Parse(text, bag).Root.ShouldBeNull();
        var finding = bag.ShouldHaveSingleItem();
        finding.Rule.ShouldBe(JsonSyntaxRules.InvalidJson);
        finding.Span.StartPosition.ShouldBe(new SourcePosition(line, column));
        finding.Message.ShouldContain(says);
    }

    [Test]
    public void A_depth_bomb_is_a_finding()
    {
        var bag = new DiagnosticBag();
        Parse(new string('[', 100_000), bag).Root.ShouldBeNull();
        bag.ShouldHaveSingleItem().Message.ShouldContain("deeper than 128");
    }

    [Test]
    public void Fifty_megabytes_are_read()
    {
        var text = new StringBuilder("[");
        for (var item = 0; item < 500_000; item++)
        {
            text.Append(item == 0 ? "" : ",").Append("{\"key\":\"").Append('x', 80).Append("\",\"n\":[1,2]}");
        }

        var tree = Parse(text.Append(']').ToString());
        tree.Source.Text.Length.ShouldBeGreaterThan(50_000_000);
        ((JsonArraySyntax)tree.Root!).Items.Count.ShouldBe(500_000);
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Any_text_gives_a_tree_or_findings_inside_it(FsCheck.NonNull<string> text)
    {
        var bag = new DiagnosticBag();
        var tree = Parse(text.Get, bag);
        (tree.Root is null).ShouldBe(bag.HasErrors);
        bag.ShouldAllBe(finding => finding.Span.Start >= 0 && finding.Span.End <= text.Get.Length);
    }

    private static JsonSyntaxTree Parse(string text, DiagnosticBag? bag = null)
    {
        var collected = bag ?? [];
        var tree = JsonSyntaxTree.Parse(new SourceText("f.json", text), collected);
        if (bag is null)
        {
            collected.ShouldBeEmpty();
        }

        return tree;
    }

    private static string Text(SourceSpan span) => span.Source.Text[span.Start..span.End];
}
