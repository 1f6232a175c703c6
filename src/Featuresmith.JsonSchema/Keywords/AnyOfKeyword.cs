using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>anyOf</c> (2020-12 core, section 10.2.1.2).</summary>
internal sealed class AnyOfKeyword(Subschema[] branches) : Keyword("anyOf")
{
    public override IEnumerable<SchemaNode> AppliedInPlace => branches.Select(branch => branch.Node);

    public static AnyOfKeyword? Build(KeywordSource source) =>
        source.FindList("anyOf") is { } branches ? new AnyOfKeyword(branches) : null;

    public override bool AppliesTo(JsonValueKind kind) => true;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var mark = run.Collector?.Mark ?? 0;
        var passed = false;
        foreach (var branch in branches)
        {
            passed |= run.Try(branch, instance, noted);
            // The other branches only matter to whoever asks what they evaluated.
            if (passed && noted is null && run.Collector is null)
            {
                return true;
            }
        }

        if (passed)
        {
            run.Collector?.Discard(mark);
            return true;
        }

        return run.Collector is { } collector && Explain(collector, mark);
    }

    private bool Explain(ResultCollector collector, int mark)
    {
        var sentence = collector.KeepClosest(mark);
        return sentence is null
            ? collector.FailByDetail(Name, $"none of the {branches.Length} alternatives fits; the closest is shown")
            : collector.Fail(Name, sentence);
    }
}
