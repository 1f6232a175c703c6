using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary><c>format</c> (2020-12 validation, section 7): an annotation, and a decision where it was asked for.</summary>
internal sealed class FormatKeyword(Format format, bool decidesAlways) : Keyword("format")
{
    public static FormatKeyword? Build(KeywordSource source)
    {
        if (source.Find("format", JsonValueKind.String, "the name of a format") is not { } name)
        {
            return null;
        }

        var format = source.Resource.Document.Options.FormatRegistry.Get(JsonText.Read(name));
        return format is null ? null : new FormatKeyword(format, source.Has(Vocabularies.FormatAssertion));
    }

    // A format of one's own may speak of any kind of value.
    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.String || format is not TextFormat;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        if (!(decidesAlways || run.RequiresFormats) || format.Validate(instance, out var problem))
        {
            return true;
        }

        return run.Collector?.Fail(Name, problem ?? $"{MessageText.Value(instance)} is not {format.Described}")
            ?? false;
    }
}
