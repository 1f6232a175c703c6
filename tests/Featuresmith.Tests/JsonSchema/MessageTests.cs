using System.Text.Json;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class MessageTests
{
    [Test]
    public void A_key_that_is_not_allowed_is_named_and_the_nearest_key_suggested() =>
        Explain(
                """{"properties":{"version":true,"id":true},"additionalProperties":false}""",
                """{"id":1,"verison":2}"""
            )
            .ShouldBe(["/verison: key \"verison\" is not allowed here; did you mean \"version\"?"]);

    [Test]
    public void A_key_that_is_there_already_is_not_suggested() =>
        Explain("""{"properties":{"version":true},"additionalProperties":false}""", """{"version":1,"verison":2}""")
            .ShouldBe(["/verison: key \"verison\" is not allowed here"]);

    [Test]
    public void Missing_keys_are_named_together() =>
        Explain("""{"required":["id","name","version"]}""", """{"name":1}""")
            .ShouldBe([": keys \"id\" and \"version\" are missing"]);

    [Test]
    public void An_enum_lists_its_values_and_suggests_the_nearest() =>
        Explain("""{"items":{"enum":["bind","volume"]}}""", """["volum"]""")
            .ShouldBe(["/0: must be one of \"bind\", \"volume\", but is \"volum\"; did you mean \"volume\"?"]);

    [Test]
    public void A_wrong_type_says_what_it_should_be_and_what_it_is() =>
        Explain("""{"properties":{"a/b":{"type":["string","array"]}}}""", """{"a/b":1}""")
            .ShouldBe(["/a~1b: must be a string or an array, but is a number"]);

    [Test]
    public void Alternatives_report_the_one_that_came_closest() =>
        Explain(
                """
                {"anyOf":[
                    {"properties":{"type":{"const":"boolean"},"default":{"type":"boolean"}},"additionalProperties":false},
                    {"properties":{"type":{"const":"string"},"default":{"type":"string"}},"additionalProperties":false}]}
                """,
                """{"type":"string","default":true}"""
            )
            .ShouldBe(["/default: must be a string, but is a boolean"]);

    [Test]
    public void Alternatives_that_only_ask_for_other_types_become_one_sentence() =>
        Explain("""{"oneOf":[{"type":"string"},{"type":"array"},{"enum":[1,2]}]}""", "true")
            .ShouldBe([": must be a string, an array or one of 1, 2, but is a boolean"]);

    [Test]
    public void An_exclusive_alternative_says_which_two_fit() =>
        Explain("""{"oneOf":[{"type":"string"},{"type":"number"},{"minimum":1}]}""", "3")
            .ShouldBe([": must fit one alternative only, but fits numbers 2 and 3 of 3"]);

    [Test]
    public void A_key_left_unevaluated_is_named_and_the_nearest_key_suggested() =>
        Explain(
                """{"allOf":[{"properties":{"a":true,"context":true}}],"unevaluatedProperties":false}""",
                """{"a":1,"contxt":2}"""
            )
            .ShouldBe(["/contxt: key \"contxt\" is not allowed here; did you mean \"context\"?"]);

    [Test]
    public void A_key_that_is_forbidden_by_name_is_not_suggested_as_another() =>
        Explain("""{"properties":{"build":false,"buildx":true}}""", """{"build":1}""")
            .ShouldBe(["/build: key \"build\" is not allowed here"]);

    [Test]
    public void A_key_that_a_pattern_refuses_has_the_place_of_its_value() =>
        Explain("""{"propertyNames":{"pattern":"^[a-z]+$","maxLength":3}}""", """{"ok":1,"Bad!":2}""")
            .ShouldBe([
                "/Bad!: must have at most 3 characters, but has 4",
                "/Bad!: \"Bad!\" must match the pattern ^[a-z]+$",
            ]);

    [Test]
    public void What_a_condition_or_a_negation_tried_is_not_reported() =>
        Explain("""{"if":{"type":"string"},"else":{"not":{"type":"string"},"contains":{"const":9}}}""", """[1,"two"]""")
            .ShouldBe([": must contain at least 1 item of the wanted kind, but contains 0"]);

    private static string[] Explain(string schema, string instance)
    {
        using var document = JsonDocument.Parse(instance);
        var results = Json
            .Schema.JsonSchema.FromText(schema)
            .Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        results.IsValid.ShouldBeFalse();
        return
        [
            .. results.Details!.SelectMany(d => d.Errors!.Values.Select(message => $"{d.InstanceLocation}: {message}")),
        ];
    }
}
