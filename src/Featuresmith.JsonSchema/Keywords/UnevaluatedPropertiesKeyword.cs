using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>unevaluatedProperties</c> (2020-12 core, section 11.3).</summary>
internal sealed class UnevaluatedPropertiesKeyword(Subschema rest) : Keyword("unevaluatedProperties")
{
    public override int Rank => 1;

    public static UnevaluatedPropertiesKeyword? Build(KeywordSource source) =>
        source.FindOne("unevaluatedProperties") is { } rest ? new UnevaluatedPropertiesKeyword(rest) : null;

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Object;

    public override bool Tracks(JsonValueKind kind) => kind == JsonValueKind.Object;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var (valid, index) = (true, 0);
        foreach (var member in instance.EnumerateObject())
        {
            if (!noted!.Contains(index))
            {
                valid &= rest.Node.IsFalse
                    ? run.Collector?.Refuse(rest, member, run.Collector.KnownKeys, instance) ?? false
                    : run.ApplyToMember(rest, member);
            }

            if (!valid && run.Collector is null)
            {
                return false;
            }

            index++;
        }

        noted!.MarkAll();
        return valid || run.Collector!.FailByDetail(Name, "a key does not fit");
    }
}
