using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c> (2020-12 core, section 10.3.1.3; validation, 6.4.4 and 6.4.5).</summary>
internal sealed class ContainsKeyword(Subschema wanted, int least, int most, bool notesItems) : Keyword("contains")
{
    public static ContainsKeyword? Build(KeywordSource source)
    {
        if (source.FindOne("contains") is not { } wanted)
        {
            return null;
        }

        var hasBounds = source.Draft >= Draft.V201909 && source.Has(Vocabularies.Validation);
        var least = hasBounds ? source.FindCount("minContains") : null;
        var most = hasBounds ? source.FindCount("maxContains") : null;
        return new ContainsKeyword(wanted, least ?? 1, most ?? int.MaxValue, source.Draft >= Draft.V202012);
    }

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Array;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var mark = run.Collector?.Mark ?? 0;
        var (found, index) = (0, 0);
        foreach (var item in instance.EnumerateArray())
        {
            if (run.ApplyToItem(wanted, item, index))
            {
                found++;
                if (notesItems)
                {
                    noted?.Mark(index);
                }
            }

            index++;
        }

        run.Collector?.Discard(mark);
        return found < least ? run.Collector?.Fail(least == 1 ? Name : "minContains", ExplainFew(found)) ?? false
            : found > most ? run.Collector?.Fail("maxContains", ExplainMany(found)) ?? false
            : true;
    }

    private string ExplainFew(int found) =>
        $"must contain at least {MessageText.Count(least, "item")} of the wanted kind, but contains {found}";

    private string ExplainMany(int found) =>
        $"must contain at most {MessageText.Count(most, "item")} of the wanted kind, but contains {found}";
}
