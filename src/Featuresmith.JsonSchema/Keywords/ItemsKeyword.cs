using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary>
/// The schemas of an array's items: <c>prefixItems</c> with <c>items</c> (2020-12 core, section 10.3.1), and before that
/// <c>items</c> with <c>additionalItems</c> (2019-09 core, section 9.3.1).
/// </summary>
internal sealed class ItemsKeyword(Subschema[] prefix, Subschema? rest, string restName) : Keyword(restName)
{
    public static ItemsKeyword? Build(KeywordSource source)
    {
        var isCurrent = source.Draft >= Draft.V202012;
        if (!isCurrent && source.Find("items")?.ValueKind == JsonValueKind.Array)
        {
            return new ItemsKeyword(source.FindList("items")!, source.FindOne("additionalItems"), "additionalItems");
        }

        var prefix = isCurrent ? source.FindList("prefixItems") : null;
        var rest = source.FindOne("items");
        if (!isCurrent)
        {
            // Without an array in "items" it says nothing, but a reference may lead into it.
            source.FindOne("additionalItems");
        }

        return prefix is null && rest is null ? null : new ItemsKeyword(prefix ?? [], rest, "items");
    }

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Array;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var (valid, index) = (true, 0);
        foreach (var item in instance.EnumerateArray())
        {
            if (index < prefix.Length)
            {
                valid &= run.ApplyToItem(prefix[index], item, index);
            }
            else if (rest is { } others)
            {
                valid &= others.Node.IsFalse ? Refuse(run, others, index) : run.ApplyToItem(others, item, index);
            }
            else
            {
                break;
            }

            if (!valid && run.Collector is null)
            {
                return false;
            }

            index++;
        }

        if (rest is null)
        {
            noted?.MarkFirst(prefix.Length);
        }
        else
        {
            noted?.MarkAll();
        }

        return valid || run.Collector!.FailByDetail(Name, "an item does not fit");
    }

    private bool Refuse(EvaluationRun run, Subschema others, int index) =>
        run.Collector?.Refuse(others, index, $"only {MessageText.Count(prefix.Length, "item")} may stand here")
        ?? false;
}
