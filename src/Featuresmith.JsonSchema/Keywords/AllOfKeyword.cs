using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>allOf</c> (2020-12 core, section 10.2.1.1).</summary>
internal sealed class AllOfKeyword(Subschema[] branches) : Keyword("allOf")
{
    public override IEnumerable<SchemaNode> AppliedInPlace => branches.Select(branch => branch.Node);

    public static AllOfKeyword? Build(KeywordSource source) =>
        source.FindList("allOf") is { } branches ? new AllOfKeyword(branches) : null;

    public override bool AppliesTo(JsonValueKind kind) => true;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var failed = 0;
        foreach (var branch in branches)
        {
            if (!run.Apply(branch, instance, noted))
            {
                failed++;
                if (run.Collector is null)
                {
                    return false;
                }
            }
        }

        return failed == 0 || run.Collector!.FailByDetail(Name, $"{failed} of {branches.Length} schemas say no");
    }
}
