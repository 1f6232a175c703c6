using System.Text.Encodings.Web;
using System.Text.Json;

namespace Featuresmith.Consuming.Editing;

/// <summary>A member that is to be written: a key, and JSON or an object of further members.</summary>
/// <param name="Key">The key.</param>
/// <param name="Json">The value, where it is no object that we lay out.</param>
/// <param name="Members">The value's members, where it is one.</param>
internal sealed record NewMember(string Key, string? Json, IReadOnlyList<NewMember> Members)
{
    // A reference has slashes and colons, which need no escape; what people write is not to come back in escapes.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The member for an entry of "features".</summary>
    public static NewMember Of(FeatureEntry entry) =>
        new(entry.Reference, null, [.. entry.Options.Select(option => Of(option))]);

    /// <summary>The member for an option.</summary>
    public static NewMember Of(FeatureEntryOption option) => new(option.Name, option.Json, []);

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>The member in one line.</summary>
    /// <param name="colon">What stands between key and value.</param>
    /// <param name="blank">What stands inside braces and behind commas.</param>
    public string InLine(string colon, string blank) =>
        Quote(Key)
        + colon
        + (
            Json
            ?? (
                Members.Count == 0
                    ? "{}"
                    : $"{{{blank}{string.Join("," + blank, Members.Select(member => member.InLine(colon, blank)))}{blank}}}"
            )
        );

    /// <summary>The member with each member of its value on a line of its own.</summary>
    /// <param name="colon">What stands between key and value.</param>
    /// <param name="unit">One step of indentation.</param>
    /// <param name="lineStart">A line end, and the indentation of the line that the member stands on.</param>
    public string OnLines(string colon, string unit, string lineStart)
    {
        if (Json is not null || Members.Count == 0)
        {
            return InLine(colon, "");
        }

        var inner = lineStart + unit;
        var members = Members.Select(member => inner + member.OnLines(colon, unit, inner));
        return $"{Quote(Key)}{colon}{{{string.Join(",", members)}{lineStart}}}";
    }
}
