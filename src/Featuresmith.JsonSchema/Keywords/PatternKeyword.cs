using System.Text.Json;
using Json.Schema.Patterns;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>pattern</c> (2020-12 validation, section 6.3.3).</summary>
internal sealed class PatternKeyword(EcmaPattern pattern) : Keyword("pattern"), ITextKeyword
{
    public static PatternKeyword? Build(KeywordSource source) =>
        source.Find("pattern", JsonValueKind.String, "a regular expression") is { } value
            ? new PatternKeyword(EcmaPattern.Compile(JsonText.Read(value), source, "pattern"))
            : null;

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.String;

    public bool Accepts(ReadOnlySpan<byte> raw)
    {
        using var text = new JsonText(raw, stackalloc char[256]);
        return pattern.IsMatch(text.Chars);
    }

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted) =>
        Accepts(JsonText.Raw(instance))
        || (run.Collector?.Fail(Name, $"{MessageText.Value(instance)} must match the pattern {pattern}") ?? false);
}
