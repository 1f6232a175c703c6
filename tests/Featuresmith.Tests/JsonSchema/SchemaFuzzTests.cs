using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class SchemaFuzzTests
{
    private const int Mutations = 20_000;
    private static readonly string[] Instances = ["null", "1.5", "\"a\"", "[1,[2],{}]", """{"foo":1,"bar":{"a":[]}}"""];

    [Test]
    public void A_damaged_schema_is_understood_or_refused_with_the_exception_that_says_so()
    {
        var schemas = ReadSchemas();
        var files = MetaschemaFiles();
        var understood = 0;
        var refused = 0;
        foreach (var (_, schema) in Mutation.Multiply(schemas, files, Mutations, Mutation.ReadSeed()))
        {
            try
            {
                Judge(schema.ToJsonString());
                understood++;
            }
            catch (JsonSchemaException)
            {
                refused++;
            }
        }

        TestContext.Out.WriteLine($"{understood} understood, {refused} refused");
        understood.ShouldBeGreaterThan(Mutations / 4);
        refused.ShouldBeGreaterThan(Mutations / 20);
    }

    [TestCase("""{"$ref":"http://["}""")]
    [TestCase("""{"$ref":"#/~"}""")]
    [TestCase("""{"$ref":"#%zz"}""")]
    [TestCase("""{"$ref":"\ud800"}""")]
    [TestCase("""{"$id":"http://["}""")]
    [TestCase("""{"$id":"\ud800"}""")]
    [TestCase("""{"$schema":"\ud800"}""")]
    [TestCase("""{"$anchor":"\ud800"}""")]
    [TestCase("""{"required":["\ud800"]}""")]
    [TestCase("""{"type":"\ud800"}""")]
    [TestCase("""{"enum":["\ud800"]}""")]
    [TestCase("""{"format":"\ud800"}""")]
    [TestCase("""{"pattern":"\ud800"}""")]
    [TestCase("""{"properties":{"\ud800":{"type":"integer"}}}""")]
    [TestCase("""{"dependentRequired":{"\ud800":["\ud800"]}}""")]
    [TestCase("""{"\ud800":1}""")]
    [TestCase("""{"minLength":1e1000000000}""")]
    [TestCase("""{"minLength":-1}""")]
    [TestCase("""{"multipleOf":-0.0}""")]
    [TestCase("""{"$id":"urn:a:b","$ref":"other"}""")]
    [TestCase("[]")]
    public void An_odd_schema_is_understood_or_refused_with_the_exception_that_says_so(string schema)
    {
        var refusal = Should.NotThrow(() =>
        {
            try
            {
                Judge(schema);
                return null;
            }
            catch (JsonSchemaException exception)
            {
                return exception;
            }
        });

        refusal?.Message.ShouldNotBeNullOrWhiteSpace();
    }

    private static void Judge(string text)
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        var schema = Json.Schema.JsonSchema.FromText(text, options);
        foreach (var instance in Instances)
        {
            using var document = JsonDocument.Parse(instance);
            var verdict = schema.Evaluate(document.RootElement).IsValid;
            var list = schema.Evaluate(document.RootElement, new() { OutputFormat = OutputFormat.List });
            list.IsValid.ShouldBe(verdict);
            (list.Details is { Count: > 0 }).ShouldBe(!verdict, $"{text} on {instance}");
        }
    }

    private static List<(int, JsonNode)> ReadSchemas()
    {
        var folder = Path.Combine(SharedData.Folder("json-schema-test-suite"), "tests");
        var schemas = new List<(int, JsonNode)>();
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var groups = JsonNode.Parse(File.ReadAllText(file))!.AsArray();
            schemas.AddRange(groups.Select(group => (0, group!["schema"]!.DeepClone())));
        }

        return schemas;
    }

    private static List<string> MetaschemaFiles()
    {
        var folder = Path.Combine(OurSchemas.Folder, "../src/Featuresmith.JsonSchema/MetaSchemas");
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)];
    }
}
