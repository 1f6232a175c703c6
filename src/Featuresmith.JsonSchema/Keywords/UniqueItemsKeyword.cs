using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>uniqueItems</c> (2020-12 validation, section 6.4.3).</summary>
internal sealed class UniqueItemsKeyword() : Keyword("uniqueItems")
{
    // Up to here comparing each with each is quicker than hashing, and leaves no garbage.
    private const int FewItems = 24;

    public static UniqueItemsKeyword? Build(KeywordSource source) =>
        source.Find("uniqueItems")?.ValueKind switch
        {
            JsonValueKind.True => new UniqueItemsKeyword(),
            JsonValueKind.False or null => null,
            _ => throw source.Fault("uniqueItems", "uniqueItems must be true or false"),
        };

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Array;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var (first, second) = instance.GetArrayLength() <= FewItems ? ComparePairs(instance) : CompareHashes(instance);
        if (second == 0)
        {
            return true;
        }

        var message = $"items must differ, but items {first} and {second} (counted from 0) are both ";
        return run.Collector?.Fail(Name, message + MessageText.Value(instance[first])) ?? false;
    }

    private static (int First, int Second) ComparePairs(JsonElement array)
    {
        var second = 0;
        foreach (var item in array.EnumerateArray())
        {
            var first = 0;
            foreach (var earlier in array.EnumerateArray())
            {
                if (first == second)
                {
                    break;
                }

                if (JsonEquality.AreEqual(earlier, item))
                {
                    return (first, second);
                }

                first++;
            }

            second++;
        }

        return default;
    }

    private static (int First, int Second) CompareHashes(JsonElement array)
    {
        var seen = new Dictionary<JsonElement, int>(ValueComparer.Instance);
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (!seen.TryAdd(item, index))
            {
                return (seen[item], index);
            }

            index++;
        }

        return default;
    }

    private sealed class ValueComparer : IEqualityComparer<JsonElement>
    {
        public static ValueComparer Instance { get; } = new();

        public bool Equals(JsonElement x, JsonElement y) => JsonEquality.AreEqual(x, y);

        public int GetHashCode(JsonElement value) => JsonEquality.GetHash(value);
    }
}
