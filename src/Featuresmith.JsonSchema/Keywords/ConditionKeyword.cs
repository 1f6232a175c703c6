using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>if</c>, <c>then</c> and <c>else</c> (2020-12 core, section 10.2.2).</summary>
internal sealed class ConditionKeyword(Subschema condition, Subschema? consequence, Subschema? alternative)
    : Keyword("if")
{
    public override IEnumerable<SchemaNode> AppliedInPlace => [condition.Node];

    public static ConditionKeyword? Build(KeywordSource source)
    {
        // Without an "if" they say nothing, but a reference may lead into them.
        var (then, otherwise) = (source.FindOne("then"), source.FindOne("else"));
        return source.FindOne("if") is { } condition ? new ConditionKeyword(condition, then, otherwise) : null;
    }

    public override bool AppliesTo(JsonValueKind kind) => true;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var mark = run.Collector?.Mark ?? 0;
        var holds = run.Try(condition, instance, noted);
        if (!holds)
        {
            run.Collector?.Discard(mark);
        }

        return (holds ? consequence : alternative) is not { } branch
            || run.Apply(branch, instance, noted)
            || (run.Collector?.FailByDetail(holds ? "then" : "else", "the conditional schema says no") ?? false);
    }
}
