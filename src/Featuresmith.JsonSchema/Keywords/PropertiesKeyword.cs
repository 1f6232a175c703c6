using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Json.Schema.Patterns;
using Json.Schema.Values;

namespace Json.Schema.Keywords;

/// <summary>
/// <c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>, which are defined by each other (2020-12
/// core, section 10.3.2), and <c>required</c> (validation, section 6.5.3): all that one pass over the keys can decide.
/// </summary>
internal sealed class PropertiesKeyword : Keyword
{
    private readonly string[] names;
    private readonly NameTable table;
    private readonly Subschema?[] schemas;
    private readonly string[] required;
    private readonly int[] requiredBits;
    private readonly (EcmaPattern Pattern, Subschema Schema)[] patterns;
    private readonly Subschema? additional;

    private PropertiesKeyword(
        NamedSubschema[] properties,
        (EcmaPattern, Subschema)[] patterns,
        Subschema? additional,
        string[] required
    )
        : base("properties")
    {
        this.patterns = patterns;
        this.additional = additional;
        this.required = required;
        names = [.. properties.Select(property => property.Name).Union(required)];
        table = new NameTable(names);
        schemas = [.. names.Select((_, index) => index < properties.Length ? properties[index].Schema : null)];
        requiredBits = [.. names.Select(name => Array.IndexOf(required, name))];
    }

    public static PropertiesKeyword? Build(KeywordSource source, string[] required)
    {
        var isApplicator = source.Has(Vocabularies.Applicator);
        // A key written twice counts as it does in the instance: the last one.
        var properties = (isApplicator ? source.FindMap("properties") : null) ?? [];
        properties = [.. properties.GroupBy(property => property.Name).Select(group => group.Last())];
        var patterns = (isApplicator ? source.FindMap("patternProperties") : null) ?? [];
        var additional = isApplicator ? source.FindOne("additionalProperties") : null;
        if (properties.Length == 0 && patterns.Length == 0 && additional is null && required.Length == 0)
        {
            return null;
        }

        return new PropertiesKeyword(
            properties,
            [.. patterns.Select(entry => (EcmaPattern.Compile(entry.Name, source, "patternProperties"), entry.Schema))],
            additional,
            required
        );
    }

    public override IEnumerable<string> KnownKeys =>
        names.Where((_, index) => schemas[index] is { Node.IsFalse: false });

    public override bool AppliesTo(JsonValueKind kind) => kind == JsonValueKind.Object;

    public override bool Evaluate(JsonElement instance, EvaluationRun run, EvaluatedSet? noted)
    {
        var (valid, index, seen) = (true, 0, 0UL);
        foreach (var member in instance.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            var known = name.Contains((byte)'\\') ? FindEscaped(name) : table.Find(name);
            var matched = false;
            if (known >= 0)
            {
                seen |= requiredBits[known] < 0 ? 0 : 1UL << requiredBits[known];
                if (schemas[known] is { } schema)
                {
                    matched = true;
                    valid &= Apply(run, schema, member, instance);
                }
            }

            if (patterns.Length > 0)
            {
                valid &= ApplyPatterns(run, member, instance, name, ref matched);
            }

            if (!matched && additional is { } rest)
            {
                matched = true;
                valid &= ApplyRest(run, rest, member, instance);
            }

            if (!valid && run.Collector is null)
            {
                return false;
            }

            if (matched)
            {
                noted?.Mark(index);
            }

            index++;
        }

        return HasRequired(run, seen) & (valid || run.Collector!.FailByDetail(Name, "a key does not fit"));
    }

    private static bool Apply(EvaluationRun run, Subschema schema, JsonProperty member, JsonElement container) =>
        schema.Node.IsFalse
            ? run.Collector?.Refuse(schema, member, [], container) ?? false
            : run.ApplyToMember(schema, member);

    private bool ApplyRest(EvaluationRun run, Subschema rest, JsonProperty member, JsonElement container) =>
        rest.Node.IsFalse
            ? run.Collector?.Refuse(rest, member, KnownKeys, container) ?? false
            : run.ApplyToMember(rest, member);

    private bool ApplyPatterns(
        EvaluationRun run,
        JsonProperty member,
        JsonElement container,
        ReadOnlySpan<byte> name,
        ref bool matched
    )
    {
        using var text = new JsonText(name, stackalloc char[256]);
        var valid = true;
        foreach (var (pattern, schema) in patterns)
        {
            if (pattern.IsMatch(text.Chars))
            {
                matched = true;
                valid &= Apply(run, schema, member, container);
            }
        }

        return valid;
    }

    private bool HasRequired(EvaluationRun run, ulong seen) =>
        BitOperations.PopCount(seen) == required.Length
        || (run.Collector?.Fail("required", RequiredKeyword.Explain(FindMissing(seen))) ?? false);

    private List<string> FindMissing(ulong seen) =>
        [.. required.Where((_, index) => (seen & (1UL << index)) == 0).Select(name => $"\"{name}\"")];

    private int FindEscaped(ReadOnlySpan<byte> name)
    {
        using var text = new JsonText(name, stackalloc char[256]);
        // UTF-8 takes at most three bytes for a UTF-16 unit.
        Span<byte> bytes = text.Chars.Length <= 256 ? stackalloc byte[768] : new byte[text.Chars.Length * 3];
        var known = table.Find(bytes[..Encoding.UTF8.GetBytes(text.Chars, bytes)]);
        // A lone surrogate has no UTF-8 of its own, so what looks equal there may differ.
        return known >= 0 && text.Chars.SequenceEqual(names[known]) ? known : -1;
    }
}
