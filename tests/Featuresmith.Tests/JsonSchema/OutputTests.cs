using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Pointer;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class OutputTests
{
    private const string Schema = """
        {
          "$id": "https://example.test/tree",
          "title": "Tree",
          "properties": { "children": { "items": { "$ref": "#/$defs/node" } } },
          "$defs": { "node": { "title": "Node", "required": ["name"], "type": "object" } }
        }
        """;

    [Test]
    public void The_flag_says_only_the_verdict()
    {
        var results = Evaluate("""{"children":[{}]}""", OutputFormat.Flag);

        results.IsValid.ShouldBeFalse();
        results.Details.ShouldBeNull();
        results.HasErrors.ShouldBeFalse();
    }

    [Test]
    public void The_list_has_the_failing_places_with_their_three_locations()
    {
        var results = Evaluate("""{"children":[{"name":1},{},[]]}""", OutputFormat.List);

        results.Details!.Count.ShouldBe(2);
        var missing = results.Details[0];
        missing.InstanceLocation.ToString().ShouldBe("/children/1");
        missing.EvaluationPath.ToString().ShouldBe("/properties/children/items/$ref");
        missing.SchemaLocation.ToString().ShouldBe("https://example.test/tree#/$defs/node");
        missing.Errors!["required"].ShouldBe("key \"name\" is missing");
        results.Details[1].Errors!.Keys.ShouldBe(["type"]);
    }

    [Test]
    public void The_hierarchy_has_every_subschema_that_was_applied_and_annotations_where_it_passed()
    {
        var results = Evaluate("""{"children":[{"name":1}]}""", OutputFormat.Hierarchical);

        results.IsValid.ShouldBeTrue();
        results.Annotations!["title"].GetString().ShouldBe("Tree");
        var node = results.Details!.Single().Details!.Single().Details!.Single();
        node.Annotations!["title"].GetString().ShouldBe("Node");
        node.InstanceLocation.ShouldBe(JsonPointer.Parse("/children/0"));
    }

    [Test]
    public void The_hierarchy_of_a_refused_instance_has_no_annotations_above_the_error()
    {
        var results = Evaluate("""{"children":[{}]}""", OutputFormat.Hierarchical);

        results.IsValid.ShouldBeFalse();
        results.Annotations.ShouldBeNull();
        var node = results.Details!.Single().Details!.Single().Details!.Single();
        node.Errors!.Keys.ShouldBe(["required"]);
    }

    [Test]
    public void Errors_of_applicators_are_added_on_request()
    {
        using var document = JsonDocument.Parse("""{"children":[{}]}""");
        var results = Json
            .Schema.JsonSchema.FromText(Schema)
            .Evaluate(
                document.RootElement,
                new EvaluationOptions { OutputFormat = OutputFormat.List, IncludeApplicatorErrors = true }
            );

        results.Details!.SelectMany(detail => detail.Errors!.Keys).ShouldBe(["properties", "items", "required"]);
    }

    [Test]
    public void A_node_is_evaluated_as_an_element_is_and_null_is_null()
    {
        var schema = Json.Schema.JsonSchema.FromText("""{"type":["null","array"],"items":{"type":"integer"}}""");

        schema.Evaluate((JsonNode?)null).IsValid.ShouldBeTrue();
        schema.Evaluate(new JsonArray(1, 2)).IsValid.ShouldBeTrue();
        schema.Evaluate(new JsonArray(1, "2")).IsValid.ShouldBeFalse();
    }

    [TestCase("""{"maxLength":1}""", "\"\\ud800\"", true)]
    [TestCase("""{"enum":["a"]}""", "\"\\ud800\"", false)]
    [TestCase("""{"const":"\ud800"}""", "\"\\ud800\"", true)]
    [TestCase("""{"const":"\ud800"}""", "\"\\ud801\"", false)]
    [TestCase("""{"properties":{"a":true},"additionalProperties":false}""", "{\"\\ud800\":1}", false)]
    [TestCase("""{"properties":{"\ud800":{"type":"null"}}}""", "{\"\\ud800\":1}", false)]
    [TestCase("""{"properties":{"\ud800":{"type":"null"}}}""", "{\"\\ud801\":1}", true)]
    [TestCase("""{"dependentRequired":{"a":["b"]}}""", "{\"\\ud800\":1,\"a\":1}", false)]
    [TestCase("""{"required":["\ud800"]}""", "{\"\\ud800\":1}", true)]
    public void A_lone_surrogate_is_a_character_like_any_other(string schema, string instance, bool expected)
    {
        var results = Evaluated.With(
            Json.Schema.JsonSchema.FromText(schema),
            instance,
            new EvaluationOptions { OutputFormat = OutputFormat.List }
        );

        results.IsValid.ShouldBe(expected);
    }

    [Test]
    public void A_format_of_ones_own_decides_where_formats_are_required()
    {
        var formats = new FormatRegistry();
        formats.Register(
            new PredicateFormat("even", value => value.ValueKind != JsonValueKind.Number || value.GetInt32() % 2 == 0)
        );
        var schema = Json.Schema.JsonSchema.FromText("""{"format":"even"}""", new() { FormatRegistry = formats });
        var options = new EvaluationOptions { RequireFormatValidation = true, OutputFormat = OutputFormat.List };

        Evaluated.With(schema, "3").IsValid.ShouldBeTrue();
        Evaluated.With(schema, "2", options).IsValid.ShouldBeTrue();
        Evaluated.With(schema, "3", options).Details![0].Errors!["format"].ShouldBe("3 is not a valid even");
    }

    private static EvaluationResults Evaluate(string instance, OutputFormat format) =>
        Evaluated.With(Json.Schema.JsonSchema.FromText(Schema), instance, new() { OutputFormat = format });
}
