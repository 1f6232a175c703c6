using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms (2020-12 validation, sections 6.2.2 to 6.2.5).</summary>
internal sealed class BoundKeyword : Keyword
{
    private readonly byte[] bound;
    private readonly int direction;
    private readonly bool isExclusive;

    private BoundKeyword(string name, byte[] bound, int direction, bool isExclusive)
        : base(name)
    {
        this.bound = bound;
        this.direction = direction;
        this.isExclusive = isExclusive;
    }

    /// <param name="source">The schema.</param>
    /// <param name="name">The keyword.</param>
    /// <param name="direction">1 where the value may not be above the bound, -1 where it may not be below.</param>
    /// <param name="isExclusive">Whether the bound itself is out.</param>
    public static BoundKeyword? Build(KeywordSource source, string name, int direction, bool isExclusive) =>
        source.Find(name, JsonValueKind.Number, "a number") is { } value
            ? new BoundKeyword(name, JsonMarshal.GetRawUtf8Value(value).ToArray(), direction, isExclusive)
            : null;

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Number;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var text = JsonMarshal.GetRawUtf8Value(instance);
        var side = JsonNumber.Compare(new JsonNumber(text), new JsonNumber(bound)) * direction;
        if (side < 0 || (side == 0 && !isExclusive))
        {
            return true;
        }

        return run.Collector?.Fail(Name, $"must be {Describe()}{MessageText.ButIs(MessageText.Value(instance))}")
            ?? false;
    }

    private string Describe()
    {
        var limit = Encoding.UTF8.GetString(bound);
        return (direction, isExclusive) switch
        {
            (> 0, false) => $"at most {limit}",
            (> 0, true) => $"less than {limit}",
            (_, false) => $"at least {limit}",
            _ => $"greater than {limit}",
        };
    }
}
