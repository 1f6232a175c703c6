using System.Text.Json;
using Json.Schema;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class OfficialSchemaTests
{
    private const int Mutations = 20_000;
    private static readonly string[] OurNames = ["devcontainer-feature", "devcontainer"];

    [Test]
    public void Ours_accept_what_the_official_ones_accept_except_where_the_list_says_otherwise()
    {
        var documents = Mutation.Multiply(Corpus.Read(), Corpus.OfficialSchemas, Mutations, Mutation.ReadSeed());
        var official = Corpus.OfficialSchemas.Select(file => Json.Schema.JsonSchema.FromFile(file)).ToList();
        var ours = OurNames.Select(OurSchemas.Read).ToList();
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (schema, document) in documents)
        {
            using var parsed = JsonDocument.Parse(document.ToJsonString());
            if (official[schema].Evaluate(parsed.RootElement).IsValid)
            {
                Explain(ours[schema], OurNames[schema], parsed.RootElement, found);
            }
        }

        var listed = OurSchemas.ReadStricter().Select(line => line.Place).ToList();
        found.Where(place => !listed.Contains(place.Key)).Select(place => place.Value).ShouldBeEmpty();
    }

    [Test]
    public void Every_line_of_the_list_shows_a_document_that_only_ours_refuses_and_only_there()
    {
        var lines = OurSchemas.ReadStricter();
        foreach (var (place, text) in lines)
        {
            var name = place.Split('#')[0];
            var official = Json.Schema.JsonSchema.FromFile(Corpus.OfficialSchemas[Array.IndexOf(OurNames, name)]);
            using var document = JsonDocument.Parse(text);
            var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
            Explain(OurSchemas.Read(name), name, document.RootElement, found);

            official.Evaluate(document.RootElement).IsValid.ShouldBeTrue(text);
            found.Keys.ShouldBe([place]);
        }

        lines.ShouldNotBeEmpty();
    }

    private static void Explain(
        Json.Schema.JsonSchema schema,
        string name,
        JsonElement document,
        SortedDictionary<string, string> found
    )
    {
        var results = schema.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        foreach (var detail in results.Details ?? [])
        {
            foreach (var (keyword, message) in detail.Errors!)
            {
                var place = $"{name}#{Uri.UnescapeDataString(detail.SchemaLocation.Fragment).TrimStart('#')}";
                place = keyword.Length > 0 ? $"{place}/{keyword}" : place;
                found.TryAdd(place, $"{place}: {message} at {detail.InstanceLocation} of {document}");
            }
        }
    }
}
