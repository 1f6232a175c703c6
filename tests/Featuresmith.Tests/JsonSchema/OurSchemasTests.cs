using System.Text.Json;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class OurSchemasTests
{
    public static IEnumerable<string> Names => OurSchemas.Names;

    [TestCaseSource(nameof(Names))]
    public void A_schema_is_valid_by_its_metaschema_and_says_what_it_is(string name)
    {
        var schema = OurSchemas.Read(name);
        var meta = SchemaRegistry.Global.Get(new Uri(schema.Root.GetProperty("$schema").GetString()!))!;

        meta.Evaluate(schema.Root, new EvaluationOptions { RequireFormatValidation = true }).IsValid.ShouldBeTrue();
        schema.Root.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        schema.Root.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public void Every_key_that_an_editor_may_offer_is_described(string name)
    {
        var bare = Subschemas(OurSchemas.Read(name).Root)
            .Where(entry => entry.Schema.TryGetProperty("properties", out _) && !IsCondition(entry.Path))
            .SelectMany(entry => entry.Schema.GetProperty("properties").EnumerateObject())
            .Where(property => property.Value.ValueKind == JsonValueKind.Object)
            .Where(property => !property.Value.TryGetProperty("description", out _));

        bare.Select(property => property.Name).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public void Every_example_and_default_fits_the_schema_that_gives_it(string name)
    {
        var root = OurSchemas.Read(name);
        var checkedValues = 0;
        foreach (var (path, schema) in Subschemas(root.Root))
        {
            var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
            options.SchemaRegistry.Register(root);
            options.SchemaRegistry.Register(OurSchemas.Read("devcontainer"));
            var part = Json.Schema.JsonSchema.FromText($$"""{"$ref":"{{root.BaseUri}}#{{path}}"}""", options);
            foreach (var value in Values(schema))
            {
                part.Evaluate(value).IsValid.ShouldBeTrue($"{name}#{path}: {value}");
                checkedValues++;
            }
        }

        checkedValues.ShouldBeGreaterThan(0);
    }

    // The schemas in an "if" and after it repeat keys that stand, described, elsewhere.
    private static bool IsCondition(string path) =>
        path.Contains("/if", StringComparison.Ordinal)
        || path.Contains("/then", StringComparison.Ordinal)
        || path.Contains("/else", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> Values(JsonElement schema)
    {
        if (schema.TryGetProperty("default", out var value))
        {
            yield return value;
        }

        if (schema.TryGetProperty("examples", out var examples))
        {
            foreach (var example in examples.EnumerateArray())
            {
                yield return example;
            }
        }
    }

    private static IEnumerable<(string Path, JsonElement Schema)> Subschemas(JsonElement schema, string path = "")
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return Json
            .Schema.Building.SubschemaPlaces.In(schema, Json.Schema.Building.Draft.V7)
            .SelectMany(child => Subschemas(child.Schema, path + child.Pointer))
            .Prepend((path, schema));
    }
}
