using System.Runtime.InteropServices;
using System.Text.Json;

namespace Json.Schema.Keywords;

/// <summary><c>propertyNames</c> (2020-12 core, section 10.3.2.4).</summary>
internal sealed class PropertyNamesKeyword(Subschema names) : Keyword("propertyNames")
{
    public static PropertyNamesKeyword? Build(KeywordSource source) =>
        source.FindOne("propertyNames") is { } names ? new PropertyNamesKeyword(names) : null;

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Object;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var valid = true;
        foreach (var member in instance.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            valid &= AcceptsPlainly(name) || Apply(run, name, member);
            if (!valid && run.Collector is null)
            {
                return false;
            }
        }

        return valid || run.Collector!.FailByDetail(Name, "a key does not fit");
    }

    /// <summary>Whether every keyword can and does accept a name; otherwise it must be looked at as a value.</summary>
    private bool AcceptsPlainly(ReadOnlySpan<byte> name)
    {
        foreach (var keyword in names.Node.KeywordsFor(JsonValueKind.String))
        {
            if (keyword is not ITextKeyword text || !text.Accepts(name))
            {
                return false;
            }
        }

        return true;
    }

    private bool Apply(EvaluationRun run, ReadOnlySpan<byte> name, JsonProperty member)
    {
        // A name is no element of the document; as one it is what every other keyword expects.
        using var document = JsonDocument.Parse(Quote(name));
        return run.Collector is { } collector
            ? collector.ApplyToName(run, names, document.RootElement.Clone(), member)
            : run.Evaluate(names.Node, document.RootElement, null);
    }

    private static byte[] Quote(ReadOnlySpan<byte> raw) => [(byte)'"', .. raw, (byte)'"'];
}
