using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>not</c> (2020-12 core, section 10.2.1.4).</summary>
internal sealed class NotKeyword(Subschema refused) : Keyword("not")
{
    public override IEnumerable<SchemaNode> AppliedInPlace => [refused.Node];

    public static NotKeyword? Build(KeywordSource source) =>
        source.FindOne("not") is { } refused ? new NotKeyword(refused) : null;

    public override bool AppliesTo(JsonValueKind kind) => true;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var mark = run.Collector?.Mark ?? 0;
        if (!run.Apply(refused, instance, null))
        {
            run.Collector?.Discard(mark);
            return true;
        }

        return run.Collector?.Fail(Name, $"{MessageText.Value(instance)} is what must not stand here") ?? false;
    }
}
