using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>One small damage done to a document: where, what, and with what.</summary>
/// <param name="Document">Which document, modulo how many there are.</param>
/// <param name="Place">Which member or item of it, modulo how many there are.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Name">A key that some schema knows.</param>
/// <param name="Value">JSON of another value.</param>
internal sealed record Mutation(int Document, int Place, MutationKind Kind, string Name, string Value)
{
    private static readonly string[] Values =
        "null true false 0 -1 1.0 1.5 65536 1e3 \"\" \"bind\" \"boolean\" \"string\" \"a:80\" [] [1] [\"a\"] {} {\"a\":1} {\"default\":\"x\"}".Split(
            ' '
        );

    /// <summary>Documents, and after them so many mutations of them. The seed is printed.</summary>
    /// <param name="documents">Each with the index of its schema.</param>
    /// <param name="schemas">The files whose keys are put in.</param>
    /// <param name="count">How many mutations.</param>
    /// <param name="seed">What <see cref="ReadSeed"/> gave.</param>
    public static IEnumerable<(int Schema, JsonNode Document)> Multiply(
        List<(int Schema, JsonNode Document)> documents,
        IEnumerable<string> schemas,
        int count,
        ulong seed
    ) =>
        documents.Concat(
            Generate(SchemaKeys.Read(schemas))
                .Sample(count, new Rnd(seed), size: 50)
                .Select(mutation => (mutation, entry: documents[mutation.Document % documents.Count]))
                .Select(pair => (pair.entry.Schema, pair.mutation.Apply(pair.entry.Document)))
        );

    /// <summary>The seed in FEATURESMITH_SEED, else one by chance; it is printed.</summary>
    public static ulong ReadSeed()
    {
        var set = Environment.GetEnvironmentVariable("FEATURESMITH_SEED");
        var seed = set is null ? (ulong)Random.Shared.NextInt64() : ulong.Parse(set, CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"seed {seed} (set FEATURESMITH_SEED to repeat)");
        return seed;
    }

    private static Gen<Mutation> Generate(IReadOnlyList<string> names) =>
        from document in Gen.Choose(0, int.MaxValue - 1)
        from place in Gen.Choose(0, int.MaxValue - 1)
        from kind in Gen.Elements(Enum.GetValues<MutationKind>())
        from name in Gen.Elements(names.ToArray())
        from value in Gen.Elements(Values)
        select new Mutation(document, place, kind, name, value);

    /// <summary>A damaged copy.</summary>
    public JsonNode Apply(JsonNode document)
    {
        var copy = new JsonObject { ["root"] = document.DeepClone() };
        var places = new List<(JsonNode Parent, string? Key, int Index)>();
        Collect(copy, places);
        var (parent, key, index) = places[Place % places.Count];
        switch (parent)
        {
            case JsonObject members:
                Change(members, key!);
                break;
            case JsonArray items:
                Change(items, index);
                break;
        }

        return copy["root"]?.DeepClone() ?? JsonValue.Create("dropped");
    }

    private void Change(JsonObject members, string key)
    {
        var value = members[key];
        switch (Kind)
        {
            case MutationKind.Rename when key != "root":
                members.Remove(key);
                members[Name] = value;
                break;
            case MutationKind.Misspell when key != "root":
                members.Remove(key);
                members[key + "s"] = value;
                break;
            case MutationKind.Drop:
                members.Remove(key);
                break;
            case MutationKind.Add when value is JsonObject inner:
                inner[Name] = JsonNode.Parse(Value);
                break;
            default:
                members[key] = JsonNode.Parse(Value);
                break;
        }
    }

    private void Change(JsonArray items, int index)
    {
        if (Kind == MutationKind.Drop)
        {
            items.RemoveAt(index);
        }
        else
        {
            items[index] = JsonNode.Parse(Value);
        }
    }

    private static void Collect(JsonNode from, List<(JsonNode Parent, string? Key, int Index)> places)
    {
        if (from is JsonObject members)
        {
            foreach (var (key, value) in members)
            {
                places.Add((from, key, 0));
                Descend(value, places);
            }
        }
        else if (from is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                places.Add((from, null, i));
                Descend(items[i], places);
            }
        }
    }

    private static void Descend(JsonNode? value, List<(JsonNode Parent, string? Key, int Index)> places)
    {
        if (value is not null)
        {
            Collect(value, places);
        }
    }
}
