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
        if (names.Node.KeywordsFor(JsonValueKind.String).Length == 0)
        {
            return true;
        }

        var valid = true;
        foreach (var member in instance.EnumerateObject())
        {
            // A name is no element of the document; as one it is what every other keyword expects.
            using var name = JsonDocument.Parse(Quote(JsonMarshal.GetRawUtf8PropertyName(member)));
            valid &= run.Collector is { } collector
                ? collector.ApplyToName(run, names, name.RootElement.Clone(), member)
                : run.Evaluate(names.Node, name.RootElement, null);
            if (!valid && run.Collector is null)
            {
                return false;
            }
        }

        return valid || run.Collector!.FailByDetail(Name, "a key does not fit");
    }

    private static byte[] Quote(ReadOnlySpan<byte> raw) => [(byte)'"', .. raw, (byte)'"'];
}
