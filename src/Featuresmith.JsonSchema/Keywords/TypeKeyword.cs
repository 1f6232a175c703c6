using System.Runtime.InteropServices;
using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>type</c> (2020-12 validation, section 6.1.1). A number without fractional part is an integer, <c>1.0</c> too.</summary>
internal sealed class TypeKeyword : Keyword
{
    private readonly int always;
    private readonly bool isIntegerEnough;

    private TypeKeyword(string[] types)
        : base("type")
    {
        always = types.Aggregate(0, (kinds, type) => kinds | KindsOf(type));
        isIntegerEnough = types.Contains("integer");
        Expectation = MessageText.Or([.. types.Select(MessageText.Type)]);
    }

    public override string Expectation { get; }

    public static TypeKeyword? Build(KeywordSource source)
    {
        if (source.Find("type") is not { } value)
        {
            return null;
        }

        var types = value.ValueKind == JsonValueKind.String ? [JsonText.Read(value)] : source.ReadNames("type", value);
        var unknown = Array.Find(types, type => type != "integer" && KindsOf(type) == 0);
        return unknown is null
            ? new TypeKeyword(types)
            : throw source.Fault(
                "type",
                $"\"{unknown}\" is no type; types are array, boolean, integer, null, number, object and string"
            );
    }

    public override bool AppliesTo(JsonValueKind kind) => (always & (1 << (int)kind)) == 0;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        if (isIntegerEnough && instance.ValueKind == JsonValueKind.Number)
        {
            var text = JsonMarshal.GetRawUtf8Value(instance);
            if (JsonNumber.TryReadSmall(text, out _) || new JsonNumber(text).IsInteger)
            {
                return true;
            }
        }

        return run.Collector?.Fail(Name, $"must be {Expectation}{MessageText.ButIs(Describe(instance))}") ?? false;
    }

    private string Describe(JsonElement instance) =>
        isIntegerEnough && instance.ValueKind == JsonValueKind.Number
            ? MessageText.Value(instance)
            : MessageText.Kind(instance.ValueKind);

    private static int KindsOf(string type) =>
        type switch
        {
            "object" => 1 << (int)JsonValueKind.Object,
            "array" => 1 << (int)JsonValueKind.Array,
            "string" => 1 << (int)JsonValueKind.String,
            "number" => 1 << (int)JsonValueKind.Number,
            "boolean" => (1 << (int)JsonValueKind.True) | (1 << (int)JsonValueKind.False),
            "null" => 1 << (int)JsonValueKind.Null,
            _ => 0,
        };
}
