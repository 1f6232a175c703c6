using System.Text.Json.Nodes;
using Featuresmith.Coverage;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Fixing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Coverage;

public class JsonMembersTests
{
    [TestCase("{}", "{\n  \"x\": 1\n}")]
    [TestCase("{\n}\n", "{\n  \"x\": 1\n}\n")]
    [TestCase("{ // nothing yet\n}", "{ // nothing yet\n  \"x\": 1\n}")]
    [TestCase("{ \"a\": 1 }", "{ \"a\": 1,\n  \"x\": 1\n}")]
    [TestCase("{\n\t\"a\": 1\n}", "{\n\t\"a\": 1,\n\t\"x\": 1\n}")]
    [TestCase("{\n    \"a\": 1 // kept\n}", "{\n    \"a\": 1, // kept\n    \"x\": 1\n}")]
    [TestCase("{\n  \"a\": 1, /* kept */\n}", "{\n  \"a\": 1, /* kept */\n  \"x\": 1,\n}")]
    [TestCase("{\r\n  \"a\": 1\r\n}\r\n", "{\r\n  \"a\": 1,\r\n  \"x\": 1\r\n}\r\n")]
    [TestCase("{ \"a\": \"},\" }", "{ \"a\": \"},\",\n  \"x\": 1\n}")]
    public void A_member_is_added_at_the_end_and_everything_else_stays(string before, string after) =>
        Add(before, ("x", JsonValue.Create(1))).ShouldBe(after);

    [Test]
    public void Objects_are_indented_as_deep_as_they_stand() =>
        Add(
                "{\n    \"a\": 1\n}",
                ("x", new JsonObject { ["y"] = new JsonObject { ["z"] = true } }),
                ("w", JsonValue.Create("é"))
            )
            .ShouldBe(
                "{\n    \"a\": 1,\n    \"x\": {\n      \"y\": {\n        \"z\": true\n      }\n    },\n    \"w\": \"é\"\n}"
            );

    private static string Add(string before, params (string, JsonNode)[] members)
    {
        var bag = new DiagnosticBag();
        var root = JsonSyntaxTree.Parse(new SourceText("x.json", before), bag).RootObject!;
        var after = TextEdits.Apply(before, [JsonMembers.Append(root, members)]);
        JsonSyntaxTree
            .Parse(new SourceText("x.json", after), bag)
            .RootObject!.Members.Count.ShouldBe(root.Members.Count + members.Length);
        bag.ShouldBeEmpty();
        return after;
    }
}
