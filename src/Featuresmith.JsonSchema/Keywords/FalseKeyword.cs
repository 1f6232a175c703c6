using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary>The schema <c>false</c>.</summary>
internal sealed class FalseKeyword() : Keyword("")
{
    public override bool AppliesTo(JsonValueKind kind) => true;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted) =>
        run.Collector?.Fail(Name, "no value is allowed here") ?? false;
}
