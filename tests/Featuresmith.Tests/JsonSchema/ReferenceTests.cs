using System.Globalization;
using System.Text;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class ReferenceTests
{
    private const int Depth = 10_000;
    private static readonly string Bomb = new string('[', Depth) + new string(']', Depth);

    [TestCase("""{"$ref":"#"}""")]
    [TestCase("""{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"$ref":"#/$defs/a"}}}""")]
    [TestCase("""{"not":{"anyOf":[{"type":"string"},{"$ref":"#"}]}}""")]
    public void References_that_go_round_in_a_circle_are_an_error_of_the_schema(string schema) =>
        Should
            .Throw<JsonSchemaException>(() => Json.Schema.JsonSchema.FromText(schema))
            .Message.ShouldContain("circle");

    [Test]
    public void A_circle_that_hangs_on_a_condition_ends_with_an_exception()
    {
        var schema = Json.Schema.JsonSchema.FromText("""{"if":{"type":"object"},"then":{"$ref":"#"}}""");

        Evaluated.With(schema, "1").IsValid.ShouldBeTrue();
        Should.Throw<JsonSchemaException>(() => Evaluated.With(schema, "{}")).Message.ShouldContain("circle");
    }

    [Test]
    public void An_instance_deeper_than_the_stack_ends_with_an_exception_and_the_next_evaluation_is_sound()
    {
        var schema = Json.Schema.JsonSchema.FromText("""{"items":{"$ref":"#"},"type":"array"}""");
        Should
            .Throw<JsonSchemaException>(() => OnSmallStack(() => Evaluated.With(schema, Bomb)))
            .Message.ShouldContain("too deeply");
        Evaluated.With(schema, "[[1]]").IsValid.ShouldBeFalse();
        Evaluated.With(schema, "[[]]").IsValid.ShouldBeTrue();
    }

    [Test]
    public void Equal_values_deeper_than_the_stack_end_with_an_exception() =>
        Should.Throw<JsonSchemaException>(() =>
            OnSmallStack(() => Evaluated.IsValid("""{"uniqueItems":true}""", $"[{Bomb},{Bomb}]"))
        );

    [Test]
    public void A_schema_that_nests_without_end_is_refused()
    {
        var bomb = string.Concat(Enumerable.Repeat("""{"not":""", 100_000)) + "{}" + new string('}', 100_000);

        Should.Throw<System.Text.Json.JsonException>(() => Json.Schema.JsonSchema.FromText(bomb));
    }

    [Test]
    public void A_chain_of_references_longer_than_the_stack_is_refused()
    {
        var schema = new StringBuilder("""{"$ref":"#/$defs/0","$defs":{"last":true""");
        for (var i = 0; i < Depth; i++)
        {
            schema.Append(
                CultureInfo.InvariantCulture,
                $",\"{i}\":{{\"$ref\":\"#/$defs/{(i == Depth - 1 ? "last" : i + 1)}\"}}"
            );
        }

        Should.Throw<JsonSchemaException>(() =>
            OnSmallStack(() => Json.Schema.JsonSchema.FromText(schema.Append("}}").ToString()))
        );
    }

    [Test]
    public void A_reference_to_a_place_that_is_not_there_is_an_error_at_once() =>
        Should
            .Throw<RefResolutionException>(() => Json.Schema.JsonSchema.FromText("""{"$ref":"#/$defs/none"}"""))
            .Message.ShouldBe(
                "$ref \"#/$defs/none\" leads nowhere: schema:/// has no \"#/$defs/none\" (at schema:///#/$ref)"
            );

    [Test]
    public void A_reference_to_a_document_that_nobody_registered_is_an_error_when_it_is_needed()
    {
        var schema = Json.Schema.JsonSchema.FromText("""{"$ref":"https://example.test/other.json"}""");

        Should
            .Throw<RefResolutionException>(() => Evaluated.With(schema, "1"))
            .Message.ShouldContain("nothing is fetched");
    }

    [Test]
    public void Documents_that_refer_to_each_other_may_be_registered_in_any_order()
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        var list = Json.Schema.JsonSchema.FromText(
            """{"$id":"https://example.test/list","properties":{"next":{"$ref":"node"}}}""",
            options
        );
        var node = Json.Schema.JsonSchema.FromText(
            """{"$id":"https://example.test/node","$ref":"list","required":["value"]}""",
            options
        );
        options.SchemaRegistry.Register(node);
        options.SchemaRegistry.Register(list);

        Evaluated.With(list, """{"next":{"value":1,"next":{"value":2}}}""").IsValid.ShouldBeTrue();
        Evaluated.With(list, """{"next":{"value":1,"next":{}}}""").IsValid.ShouldBeFalse();
    }

    [Test]
    public void A_relative_reference_is_resolved_against_where_the_schema_came_from()
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        var inner = Json.Schema.JsonSchema.FromText(
            """{"type":"string"}""",
            options,
            new Uri("schema:///inner.schema.json")
        );
        var outer = Json.Schema.JsonSchema.FromText(
            """{"items":{"$ref":"inner.schema.json"}}""",
            options,
            new Uri("schema:///outer.schema.json")
        );
        options.SchemaRegistry.Register(inner);

        Evaluated.With(outer, """["a"]""").IsValid.ShouldBeTrue();
        Evaluated.With(outer, "[1]").IsValid.ShouldBeFalse();
    }

    [Test]
    public void Every_metaschema_accepts_itself()
    {
        foreach (var meta in new[] { MetaSchemas.Draft7, MetaSchemas.Draft201909, MetaSchemas.Draft202012 })
        {
            meta.Evaluate(meta.Root).IsValid.ShouldBeTrue();
            Evaluated.With(meta, """{"properties":{"a":{"type":"strin"}}}""").IsValid.ShouldBeFalse();
        }
    }

    [Test]
    public void An_unknown_dialect_is_refused_with_those_that_are_known() =>
        Should
            .Throw<JsonSchemaException>(() =>
                Json.Schema.JsonSchema.FromText("""{"$schema":"http://json-schema.org/draft-04/schema#"}""")
            )
            .Message.ShouldContain("draft-07");

    private static void OnSmallStack(Action action)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? caught = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (JsonSchemaException exception)
                {
                    caught = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(exception);
                }
            },
            maxStackSize: 512 * 1024
        );
        thread.Start();
        thread.Join();
        caught?.Throw();
    }
}
