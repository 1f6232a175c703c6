using System.Text.Json;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class PatternTests
{
    [TestCase("^a.c$", "a\nc", false)]
    [TestCase("^abc$", "abc\n", false)]
    [TestCase(@"^\d$", "\u0663", false)]
    [TestCase(@"^\s$", "\uFEFF", true)]
    [TestCase(@"^.$", "🐲", true)]
    [TestCase(@"^[🐲-🐵]+$", "🐳🐴", true)]
    [TestCase(@"^[^a]$", "🐲", true)]
    [TestCase(@"^\u{1F432}{2}$", "🐲🐲", true)]
    [TestCase(@"^\p{Lu}\p{L}+$", "Žluť", true)]
    [TestCase(@"^\P{L}$", "7", true)]
    [TestCase(@"(?<x>a)|b\k<x>c", "bc", true)]
    [TestCase(@"^(a)?b\1$", "b", true)]
    [TestCase(@"^(?<y>\d)(-)\k<y>\2$", "1-1-", true)]
    [TestCase(@"\bfoo\b", "é foo", true)]
    [TestCase(@"^é\b", "éa", true)]
    [TestCase(@"^[\w-]+$", "a-b_c", true)]
    [TestCase(@"^[]$", "", false)]
    [TestCase(@"^[^]$", "\n", true)]
    [TestCase(@"^a{2,3}?$", "aaa", true)]
    [TestCase(@"^\x41\cA\0$", "A\u0001\0", true)]
    [TestCase(@"(?<!a)b", "ab", false)]
    [TestCase(@"^{}$", "{}", true)]
    public void A_pattern_means_what_ECMA_262_says(string pattern, string text, bool expected) =>
        Evaluated.IsValid(Schema(pattern), JsonSerializer.Serialize(text)).ShouldBe(expected);

    [TestCase("(", "a group is not closed")]
    [TestCase("a)", "closes no group")]
    [TestCase("[b-a]", "ends before it begins")]
    [TestCase("*a", "nothing to repeat")]
    [TestCase(@"\Z", "no escape")]
    [TestCase(@"\2(a)", "no group 2")]
    [TestCase(@"\k<n>", "no group n")]
    [TestCase("(?<n>a)(?<n>b)", "two groups")]
    [TestCase("(?i)a", "begins no group")]
    [TestCase(@"\p{Nonsense}", "not known")]
    [TestCase("a{3,2}", "at least more than at most")]
    public void An_invalid_pattern_is_an_error_of_the_schema_with_its_place(string pattern, string problem)
    {
        var thrown = Should.Throw<JsonSchemaException>(() => Json.Schema.JsonSchema.FromText(Schema(pattern)));

        thrown.Message.ShouldContain(problem);
        thrown.Location!.Fragment.ShouldBe("#/pattern");
    }

    [Test]
    public void A_pattern_that_backtracks_without_end_is_stopped()
    {
        var text = JsonSerializer.Serialize(new string('a', 60) + "!");

        Should
            .Throw<JsonSchemaException>(() => Evaluated.IsValid(Schema("^(a+)+$"), text))
            .Message.ShouldContain("backtracks too much");
    }

    [Test]
    public void Groups_nested_without_end_are_refused() =>
        Should
            .Throw<JsonSchemaException>(() => Json.Schema.JsonSchema.FromText(Schema(new string('(', 100_000))))
            .Message.ShouldContain("nest too deeply");

    private static string Schema(string pattern) => JsonSerializer.Serialize(new { pattern });
}
