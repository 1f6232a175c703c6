using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>enum</c>, and <c>const</c> as an enum of one (2020-12 validation, sections 6.1.2 and 6.1.3).</summary>
internal sealed class EnumKeyword : Keyword, ITextKeyword
{
    private readonly JsonElement[] values;

    private EnumKeyword(string name, JsonElement[] values)
        : base(name)
    {
        this.values = values;
        Expectation = values.Length == 1 ? MessageText.Value(values[0]) : $"one of {MessageText.Values(values)}";
    }

    public override string Expectation { get; }

    public static EnumKeyword? BuildEnum(KeywordSource source) =>
        source.Find("enum", JsonValueKind.Array, "an array") is { } values
            ? new EnumKeyword("enum", [.. values.EnumerateArray()])
            : null;

    public static EnumKeyword? BuildConst(KeywordSource source) =>
        source.Find("const") is { } value ? new EnumKeyword("const", [value]) : null;

    public override bool AppliesTo(JsonValueKind kind) => true;

    public bool Accepts(ReadOnlySpan<byte> raw)
    {
        foreach (var value in values)
        {
            if (value.ValueKind == JsonValueKind.String && JsonEquality.TextsAreEqual(JsonText.Raw(value), raw))
            {
                return true;
            }
        }

        return false;
    }

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        foreach (var value in values)
        {
            if (JsonEquality.AreEqual(value, instance))
            {
                return true;
            }
        }

        return run.Collector?.Fail(Name, Explain(instance)) ?? false;
    }

    private string Explain(JsonElement instance)
    {
        var message = $"must be {Expectation}{MessageText.ButIs(MessageText.Value(instance))}";
        if (values.Length == 1 || instance.ValueKind != JsonValueKind.String)
        {
            return message;
        }

        var texts = values.Where(value => value.ValueKind == JsonValueKind.String).Select(JsonText.Read);
        var nearest = Spelling.FindNearest(JsonText.Read(instance), texts);
        return nearest is null ? message : $"{message}; did you mean \"{nearest}\"?";
    }
}
