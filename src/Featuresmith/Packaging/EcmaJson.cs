using System.Globalization;
using System.Text;
using Featuresmith.Syntax;

namespace Featuresmith.Packaging;

/// <summary>
/// JSON with the bytes of JavaScript's JSON.stringify. The devcontainers CLI writes metadata that way, and a manifest's digest depends
/// on it; System.Text.Json escapes other characters and prints other numbers.
/// </summary>
public sealed class EcmaJson
{
    private readonly StringBuilder text = new();
    private readonly int indent;

    private EcmaJson(int indent) => this.indent = indent;

    /// <summary>A value as text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">Blanks a level; 0 for all on one line.</param>
    public static string Write(JsonValueSyntax value, int indent = 0)
    {
        var writer = new EcmaJson(indent);
        writer.Value(value, level: 0);
        return writer.text.ToString();
    }

    /// <summary>A string with its quotation marks.</summary>
    public static string Quote(string value)
    {
        var writer = new EcmaJson(indent: 0);
        writer.String(value);
        return writer.text.ToString();
    }

    private void Value(JsonValueSyntax value, int level)
    {
        switch (value)
        {
            case JsonObjectSyntax map:
                Block('{', '}', Members(map), level, member => Member(member, level));
                break;
            case JsonArraySyntax array:
                Block('[', ']', array.Items, level, item => Value(item, level + 1));
                break;
            case JsonStringSyntax plain:
                String(plain.Value);
                break;
            case JsonNumberSyntax number:
                text.Append(EcmaNumber.Format(number.Raw));
                break;
            case JsonBooleanSyntax flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private void Block<T>(char open, char close, IReadOnlyCollection<T> items, int level, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ",");
            first = false;
            Line(level + 1);
            write(item);
        }

        if (items.Count > 0)
        {
            Line(level);
        }

        text.Append(close);
    }

    private void Line(int level)
    {
        if (indent > 0)
        {
            text.Append('\n').Append(' ', indent * level);
        }
    }

    private void Member(JsonMemberSyntax member, int level)
    {
        String(member.Key.Value);
        text.Append(indent > 0 ? ": " : ":");
        Value(member.Value, level + 1);
    }

    // As JavaScript orders an object's keys: array indices first by size, then the others where they stood first. Last value counts.
    private static List<JsonMemberSyntax> Members(JsonObjectSyntax map)
    {
        var unique = map
            .Members.GroupBy(member => member.Key.Value, StringComparer.Ordinal)
            .Select(same => same.Last())
            .ToList();
        return
        [
            .. unique.Where(member => ArrayIndex(member) is not null).OrderBy(ArrayIndex),
            .. unique.Where(member => ArrayIndex(member) is null),
        ];
    }

    private static uint? ArrayIndex(JsonMemberSyntax member) =>
        uint.TryParse(member.Key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < uint.MaxValue
        && index.ToString(CultureInfo.InvariantCulture) == member.Key.Value
            ? index
            : null;

    private void String(string value)
    {
        text.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            Character(value, at);
        }

        text.Append('"');
    }

    private StringBuilder Character(string value, int at) =>
        value[at] switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append("\\\\"),
            '\b' => text.Append("\\b"),
            '\f' => text.Append("\\f"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            < ' ' => Escape(value[at]),
            var half when char.IsSurrogate(half) && !IsPaired(value, at) => Escape(half),
            var character => text.Append(character),
        };

    private StringBuilder Escape(char character) =>
        text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));

    private static bool IsPaired(string value, int at) =>
        char.IsHighSurrogate(value[at])
            ? at + 1 < value.Length && char.IsLowSurrogate(value[at + 1])
            : at > 0 && char.IsHighSurrogate(value[at - 1]);
}
