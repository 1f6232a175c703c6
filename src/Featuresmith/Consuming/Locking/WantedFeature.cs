using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Locking;

/// <summary>A Feature that is to be installed.</summary>
/// <param name="Id">How it is named.</param>
/// <param name="Options">The options that it is given; null for none.</param>
/// <param name="Place">Where devcontainer.json asks for it, or for what depends on it.</param>
internal sealed record WantedFeature(string Id, JsonValueSyntax? Options, SourceSpan Place)
{
    /// <summary>The Features of a devcontainer.json in the order of the file; of a repeated key the last value counts.</summary>
    public static IReadOnlyList<WantedFeature> Of(JsonObjectSyntax configuration) =>
        [
            .. (configuration.Object("features")?.Members ?? [])
                .GroupBy(member => member.Key.Value, StringComparer.Ordinal)
                .Select(same => new WantedFeature(same.Key, same.Last().Value, same.Last().Key.Span)),
        ];

    /// <summary>
    /// Whether both give the same options, as the CLI compares them (containerFeaturesOrder.ts, optionsCompareTo): of two objects
    /// with the same keys only strings and booleans are looked at.
    /// </summary>
    public bool HasOptionsOf(WantedFeature other) =>
        (Options, other.Options) switch
        {
            (JsonObjectSyntax mine, JsonObjectSyntax theirs) => Values(mine) is var left
                && Values(theirs) is var right
                && left.Keys.Order(StringComparer.Ordinal).SequenceEqual(right.Keys.Order(StringComparer.Ordinal))
                && left.All(pair => AreEqual(pair.Value, right[pair.Key])),
            (JsonStringSyntax mine, JsonStringSyntax theirs) => mine.Value == theirs.Value,
            (JsonBooleanSyntax mine, JsonBooleanSyntax theirs) => mine.Value == theirs.Value,
            var (mine, theirs) => mine?.GetType() == theirs?.GetType(),
        };

    private static Dictionary<string, JsonValueSyntax> Values(JsonObjectSyntax map) =>
        map
            .Members.GroupBy(member => member.Key.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);

    private static bool AreEqual(JsonValueSyntax left, JsonValueSyntax right) =>
        (left, right) switch
        {
            (JsonStringSyntax mine, JsonStringSyntax theirs) => mine.Value == theirs.Value,
            (JsonBooleanSyntax mine, JsonBooleanSyntax theirs) => mine.Value == theirs.Value,
            _ => true,
        };
}
