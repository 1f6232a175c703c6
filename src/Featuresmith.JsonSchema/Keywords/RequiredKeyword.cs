using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary>
/// <c>required</c> (2020-12 validation, section 6.5.3) with more names than <see cref="PropertiesKeyword"/> can count.
/// </summary>
internal sealed class RequiredKeyword(string[] names) : Keyword("required")
{
    /// <summary>The longest list that the other keyword takes: one bit a name.</summary>
    public const int MostCounted = 64;

    public static string[] Read(KeywordSource source) =>
        source.Has(Vocabularies.Validation) && source.Find("required") is { } value
            ? [.. source.ReadNames("required", value).Distinct()]
            : [];

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Object;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var missing = 0;
        foreach (var name in names)
        {
            missing += JsonMember.Has(instance, name) ? 0 : 1;
        }

        return missing == 0 || (run.Collector?.Fail(Name, Explain(FindMissing(instance))) ?? false);
    }

    private List<string> FindMissing(JsonElement instance) =>
        [.. names.Where(name => !JsonMember.Has(instance, name)).Select(name => $"\"{name}\"")];

    /// <summary>The message for names that are missing, quoted.</summary>
    public static string Explain(List<string> missing) =>
        missing.Count == 1 ? $"key {missing[0]} is missing" : $"keys {MessageText.And(missing)} are missing";
}
