using System.Text.Json;
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
        var documents = Mutation
            .Multiply(corpus, Corpus.OfficialSchemas, Mutations, Mutation.ReadSeed())
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

    private static bool IsValid(Json.Schema.JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        return schema.Evaluate(document.RootElement).IsValid;
    }
}
