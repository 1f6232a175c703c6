using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class AjvDifferentialTests
{
    private const int Mutations = 20_000;

    [Test]
    public void Every_file_of_the_corpus_and_every_mutation_gets_the_verdict_that_ajv_gives()
    {
        var corpus = Corpus.Read();
        var seed = ReadSeed();
        TestContext.Out.WriteLine($"seed {seed} (set FEATURESMITH_SEED to repeat)");
        var generator = Mutation.Generate(ReadKeys(Corpus.OfficialSchemas));
        var documents = corpus
            .Concat(generator.Sample(Mutations, new Rnd(seed), size: 50).Select(mutation => Mutate(corpus, mutation)))
            .Select(entry => (entry.Schema, Text: entry.Document.ToJsonString()))
            .ToList();

        var theirs = Ajv.Judge(Corpus.OfficialSchemas, documents);

        var schemas = Corpus.OfficialSchemas.Select(file => Json.Schema.JsonSchema.FromFile(file)).ToList();
        var ours = documents.Select(entry => IsValid(schemas[entry.Schema], entry.Text)).ToList();
        var differing = documents.Where((_, index) => ours[index] != theirs[index]).Select(entry => entry.Text);
        TestContext.Out.WriteLine($"{documents.Count} documents, of which {ours.Count(valid => valid)} are valid");
        theirs.Length.ShouldBe(corpus.Count + Mutations);
        ours.Count(valid => valid).ShouldBeInRange(documents.Count / 5, documents.Count * 4 / 5);
        differing.Take(5).ShouldBeEmpty();
    }

    private static ulong ReadSeed() =>
        Environment.GetEnvironmentVariable("FEATURESMITH_SEED") is { } set
            ? ulong.Parse(set, CultureInfo.InvariantCulture)
            : (ulong)Random.Shared.NextInt64();

    private static (int Schema, JsonNode Document) Mutate(
        List<(int Schema, JsonNode Document)> corpus,
        Mutation mutation
    )
    {
        var (schema, document) = corpus[mutation.Document % corpus.Count];
        return (schema, mutation.Apply(document));
    }

    private static bool IsValid(Json.Schema.JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        return schema.Evaluate(document.RootElement).IsValid;
    }

    private static List<string> ReadKeys(IEnumerable<string> schemas)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in schemas)
        {
            Gather(JsonNode.Parse(File.ReadAllText(file)), keys);
        }

        return [.. keys];
    }

    private static void Gather(JsonNode? schema, SortedSet<string> keys)
    {
        if (schema is JsonObject members)
        {
            keys.UnionWith((members["properties"] as JsonObject ?? []).Select(property => property.Key));
        }

        var children = schema switch
        {
            JsonObject inner => inner.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children)
        {
            Gather(child, keys);
        }
    }
}
