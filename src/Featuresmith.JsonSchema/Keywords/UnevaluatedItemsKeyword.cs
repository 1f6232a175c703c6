using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>unevaluatedItems</c> (2020-12 core, section 11.2).</summary>
internal sealed class UnevaluatedItemsKeyword(Subschema rest) : Keyword("unevaluatedItems")
{
    public override int Rank => 1;

    public static UnevaluatedItemsKeyword? Build(KeywordSource source) =>
        source.FindOne("unevaluatedItems") is { } rest ? new UnevaluatedItemsKeyword(rest) : null;

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Array;

    public override bool Tracks(JsonValueKind kind) => kind == JsonValueKind.Array;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var (valid, index) = (true, 0);
        foreach (var item in instance.EnumerateArray())
        {
            if (!noted!.Contains(index))
            {
                valid &= rest.Node.IsFalse
                    ? run.Collector?.Refuse(rest, index, "this item is not allowed here") ?? false
                    : run.ApplyToItem(rest, item, index);
            }

            if (!valid && run.Collector is null)
            {
                return false;
            }

            index++;
        }

        noted!.MarkAll();
        return valid || run.Collector!.FailByDetail(Name, "an item does not fit");
    }
}
