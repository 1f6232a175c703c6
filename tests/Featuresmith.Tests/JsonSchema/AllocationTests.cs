using System.Text.Json;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class AllocationTests
{
    [TestCase(OutputFormat.Flag)]
    [TestCase(OutputFormat.List)]
    public void A_valid_document_of_the_corpus_costs_no_allocation(OutputFormat format)
    {
        var schemas = Corpus.OfficialSchemas.Select(file => Json.Schema.JsonSchema.FromFile(file)).ToList();
        var documents = Corpus
            .Read()
            .Select(entry => (schemas[entry.Schema], JsonSerializer.SerializeToElement(entry.Document)))
            .Where(entry => entry.Item1.Evaluate(entry.Item2).IsValid)
            .ToList();

        Allocated(documents, format).ShouldBe(0);
        documents.Count.ShouldBeGreaterThan(800);
    }

    [Test]
    public void Keywords_that_track_match_and_compare_cost_no_allocation_either()
    {
        var schema = Json.Schema.JsonSchema.FromText(
            """
            {
              "allOf": [{ "properties": { "a": { "pattern": "^x+$" } }, "required": ["a"] }],
              "anyOf": [{ "properties": { "b": { "enum": ["u", "\u0076"] } } }, { "properties": { "c": true } }],
              "properties": { "n": { "multipleOf": 0.01, "maximum": 1e400 }, "l": { "uniqueItems": true } },
              "propertyNames": { "pattern": "^[a-z]$", "maxLength": 1, "enum": ["a", "b", "n", "l"] },
              "dependentRequired": { "a": ["b"] },
              "unevaluatedProperties": false
            }
            """
        );
        using var document = JsonDocument.Parse("""{"a":"\u0078xx","b":"v","n":0.07,"l":[1,2,{"a":[]},{"a":{}}]}""");

        schema.Evaluate(document.RootElement).IsValid.ShouldBeTrue();
        Allocated([(schema, document.RootElement)], OutputFormat.Flag).ShouldBe(0);
    }

    private static long Allocated(
        List<(Json.Schema.JsonSchema Schema, JsonElement Document)> documents,
        OutputFormat format
    )
    {
        var options = new EvaluationOptions { OutputFormat = format };
        // The first pass fills pools, and lets the runtime make what it makes once.
        for (var warm = 0; warm < 2; warm++)
        {
            documents.ForEach(entry => entry.Schema.Evaluate(entry.Document, options));
        }

        // Tests beside this one take from the same pools, and the runtime compiles again what is hot: of several passes the
        // thriftiest counts, because what evaluation itself allocates it allocates in each.
        return Enumerable.Range(0, 10).Select(_ => Pass()).Min();

        long Pass()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var (schema, document) in documents)
            {
                schema.Evaluate(document, options);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
