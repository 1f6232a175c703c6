using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>oneOf</c> (2020-12 core, section 10.2.1.3).</summary>
internal sealed class OneOfKeyword(Subschema[] branches) : Keyword("oneOf")
{
    public override IEnumerable<SchemaNode> AppliedInPlace => branches.Select(branch => branch.Node);

    public static OneOfKeyword? Build(KeywordSource source) =>
        source.FindList("oneOf") is { } branches ? new OneOfKeyword(branches) : null;

    public override bool AppliesTo(JsonValueKind kind) => true;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var mark = run.Collector?.Mark ?? 0;
        var (passed, first, second) = (0, -1, -1);
        for (var i = 0; i < branches.Length; i++)
        {
            if (!run.Try(branches[i], instance, noted))
            {
                continue;
            }

            passed++;
            (first, second) = first < 0 ? (i, second) : (first, second < 0 ? i : second);
            if (passed > 1 && run.Collector is null)
            {
                return false;
            }
        }

        return passed == 1
            ? Pass(run.Collector, mark)
            : run.Collector is { } collector && Explain(collector, mark, first, second);
    }

    private static bool Pass(ResultCollector? collector, int mark)
    {
        collector?.Discard(mark);
        return true;
    }

    private bool Explain(ResultCollector collector, int mark, int first, int second)
    {
        if (second >= 0)
        {
            collector.Discard(mark);
            return collector.Fail(
                Name,
                $"must fit one alternative only, but fits numbers {first + 1} and {second + 1} of {branches.Length}"
            );
        }

        var sentence = collector.KeepClosest(mark);
        return sentence is null
            ? collector.FailByDetail(Name, $"none of the {branches.Length} alternatives fits; the closest is shown")
            : collector.Fail(Name, sentence);
    }
}
