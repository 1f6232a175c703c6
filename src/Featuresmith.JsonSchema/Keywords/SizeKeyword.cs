using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary>
/// <c>minLength</c>, <c>maxItems</c> and the other bounds of a size (2020-12 validation, sections 6.3.1, 6.3.2, 6.4.1,
/// 6.4.2, 6.5.1 and 6.5.2). The length of a string is counted in code points.
/// </summary>
internal sealed class SizeKeyword : Keyword, ITextKeyword
{
    private readonly JsonValueKind kind;
    private readonly string noun;
    private readonly bool isMinimum;
    private readonly int bound;

    private SizeKeyword(string name, JsonValueKind kind, string noun, int bound)
        : base(name)
    {
        this.kind = kind;
        this.noun = noun;
        this.bound = bound;
        isMinimum = name.StartsWith("min", StringComparison.Ordinal);
    }

    public static SizeKeyword? Build(KeywordSource source, string name, JsonValueKind kind, string noun) =>
        source.FindCount(name) is { } bound ? new SizeKeyword(name, kind, noun, bound) : null;

    public override bool AppliesTo(JsonValueKind kind) => kind == this.kind;

    public bool Accepts(ReadOnlySpan<byte> raw) => IsWithin(JsonText.CountCodePoints(raw));

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var size = Measure(instance);
        if (IsWithin(size))
        {
            return true;
        }

        var limit = isMinimum ? "at least" : "at most";
        return run.Collector?.Fail(Name, $"must have {limit} {MessageText.Count(bound, noun)}, but has {size}")
            ?? false;
    }

    private bool IsWithin(int size) => isMinimum ? size >= bound : size <= bound;

    private int Measure(JsonElement instance) =>
        kind switch
        {
            JsonValueKind.String => JsonText.CountCodePoints(JsonText.Raw(instance)),
            JsonValueKind.Array => instance.GetArrayLength(),
            _ => instance.GetPropertyCount(),
        };
}
