using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>One entry of "mounts". The schema wants an object; the devcontainers CLI reads the form of --mount too.</summary>
/// <param name="Span">The whole entry.</param>
/// <param name="Type">"bind" or "volume"; null where absent.</param>
/// <param name="Source">A host path, or a volume's name.</param>
/// <param name="Target">The path in the container.</param>
public sealed record FeatureMount(
    SourceSpan Span,
    Located<string>? Type,
    Located<string>? Source,
    Located<string>? Target
)
{
    /// <summary>Whether it shows a path of the host.</summary>
    public bool IsBind => Type?.Value == "bind";

    /// <summary>Whether it is a volume with a name.</summary>
    public bool IsNamedVolume => Type?.Value == "volume" && Source is { Value.Length: > 0 };

    /// <summary>Reads an entry; null where it is neither an object nor a string.</summary>
    public static FeatureMount? Read(JsonValueSyntax entry) =>
        entry switch
        {
            JsonObjectSyntax json => new(json.Span, json.String("type"), json.String("source"), json.String("target")),
            JsonStringSyntax text => ReadLine(text),
            _ => null,
        };

    private static FeatureMount ReadLine(JsonStringSyntax text)
    {
        var fields = text.Value.Split(',').Select(field => field.Split('=', 2)).Where(field => field.Length == 2);
        var values = fields.ToLookup(field => field[0].Trim(), field => new Located<string>(field[1], text.Span));
        return new(text.Span, First("type"), First("source", "src"), First("target", "destination", "dst"));
        Located<string>? First(params string[] names) => names.SelectMany(name => values[name]).FirstOrDefault();
    }
}
