using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Syntax;

public class YamlSyntaxTests
{
    [Test]
    public void Values_know_where_they_stood()
    {
        var root = Parse("a:\n  - one\n  - \"two\"\nb: { c: true, d: ~, e: 3 }\n").ShouldBeOfType<JsonObjectSyntax>();
        root.Member("b")!.Key.Span.StartPosition.ToString().ShouldBe("4:1");
        root.Strings("a")!.Select(item => $"{item.Value} {item.Span.StartPosition}").ShouldBe(["one 2:5", "two 3:5"]);
        root.Object("b")!.Boolean("c")!.Value.ShouldBeTrue();
        root.Object("b")!["d"].ShouldBeOfType<JsonNullSyntax>();
        root.Object("b")!["e"].ShouldBeOfType<JsonNumberSyntax>().Raw.ShouldBe("3");
    }

    [Test]
    public void Merged_mappings_lie_below_what_is_written()
    {
        var root = (JsonObjectSyntax)Parse("x: &x { a: '1', b: '1' }\ny:\n  <<: *x\n  b: '2'\n")!;
        root.Object("y")!
            .Members.ToDictionary(member => member.Key.Value, member => ((JsonStringSyntax)member.Value).Value)
            .ShouldBe(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, ignoreOrder: true);
    }

    [TestCase("a: [", false)]
    [TestCase("a: 1\na: 2", false)]
    [TestCase("a: *nobody", false)]
    [TestCase("", true)]
    public void What_cannot_be_read_is_told(string text, bool isFine)
    {
        YamlSyntax.Parse(new SourceText("x.yaml", text), out var problem).ShouldBeNull();
        (problem is null).ShouldBe(isFine);
    }

    [Test]
    public void Aliases_of_aliases_end_before_memory_does()
    {
        var lines = Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]");
        var text = $"a0: &a0 [x, x]\n{string.Join('\n', lines)}\n";
        YamlSyntax.Parse(new SourceText("x.yaml", text), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("aliases");
    }

    private static JsonValueSyntax? Parse(string text) => YamlSyntax.Parse(new SourceText("x.yaml", text), out _);
}
