using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>multipleOf</c> (2020-12 validation, section 6.2.1), exact for decimals.</summary>
internal sealed class MultipleOfKeyword : Keyword
{
    private readonly byte[] divisor;

    private MultipleOfKeyword(byte[] divisor)
        : base("multipleOf")
    {
        this.divisor = divisor;
    }

    public static MultipleOfKeyword? Build(KeywordSource source)
    {
        if (source.Find("multipleOf", JsonValueKind.Number, "a number above 0") is not { } value)
        {
            return null;
        }

        var text = JsonMarshal.GetRawUtf8Value(value);
        return JsonNumber.Compare(new JsonNumber(text), new JsonNumber("0"u8)) > 0
            ? new MultipleOfKeyword(text.ToArray())
            : throw source.Fault("multipleOf", "multipleOf must be a number above 0");
    }

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Number;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var number = new JsonNumber(JsonMarshal.GetRawUtf8Value(instance));
        return number.IsMultipleOf(new JsonNumber(divisor))
            || (
                run.Collector?.Fail(
                    Name,
                    $"must be a multiple of {Encoding.UTF8.GetString(divisor)}{MessageText.ButIs(MessageText.Value(instance))}"
                )
                ?? false
            );
    }
}
