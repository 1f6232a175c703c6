using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Editing;

/// <summary>One entry of "features", as it is written.</summary>
/// <param name="Reference">The key.</param>
/// <param name="Options">The options in their order, each with its value as JSON.</param>
public sealed record FeatureEntry(string Reference, IReadOnlyList<FeatureEntryOption> Options)
{
    /// <summary>The entry that stands in a file; null where its value is no object, which is how this class writes every one.</summary>
    public static FeatureEntry? Of(JsonMemberSyntax member) =>
        member.Value is JsonObjectSyntax json
            ? new FeatureEntry(
                member.Key.Value,
                [.. json.Members.Select(option => new FeatureEntryOption(option.Key.Value, Raw(option.Value)))]
            )
            : null;

    /// <summary>A value as its author wrote it.</summary>
    public static string Raw(JsonValueSyntax value) => value.Span.Source.Text[value.Span.Start..value.Span.End];
}

/// <summary>One option of an entry.</summary>
/// <param name="Name">The option's id.</param>
/// <param name="Json">The value, as JSON.</param>
public sealed record FeatureEntryOption(string Name, string Json);
