using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Json.Schema.Values;

namespace Json.Pointer;

/// <summary>
/// The way from a document's root to one value (RFC 6901). Kept as its text; <see cref="ToString"/> is that text,
/// empty for the root.
/// </summary>
public readonly struct JsonPointer : IEquatable<JsonPointer>
{
    private readonly string? text;

    private JsonPointer(string text) => this.text = text;

    /// <summary>The root.</summary>
    public static JsonPointer Empty => default;

    /// <summary>How many names and indexes the pointer has.</summary>
    public int SegmentCount => ToString().AsSpan().Count('/');

    /// <summary>Reads a pointer.</summary>
    /// <exception cref="FormatException">It neither is empty nor begins with a slash, or a tilde stands without 0 or 1.</exception>
    public static JsonPointer Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return TryParse(source, out var parsed)
            ? parsed
            : throw new FormatException($"'{source}' is not a JSON Pointer (RFC 6901).");
    }

    /// <summary>Reads a pointer, or says that it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> source, out JsonPointer parsed)
    {
        parsed = new JsonPointer(source.ToString());
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '~' && (i + 1 == source.Length || source[i + 1] is not ('0' or '1')))
            {
                return false;
            }
        }

        return source.Length == 0 || source[0] == '/';
    }

    /// <summary>This pointer, and then into the value under a key.</summary>
    public JsonPointer Append(string name) => new(ToString() + '/' + Escape(name));

    /// <summary>This pointer, and then into an item, counted from 0.</summary>
    public JsonPointer Append(int index) => new(ToString() + '/' + index.ToString(CultureInfo.InvariantCulture));

    /// <summary>This pointer, and then along text that is a pointer by construction.</summary>
    internal JsonPointer AppendText(string further) => new(ToString() + further);

    /// <summary>The names and indexes in order, unescaped.</summary>
    public IEnumerable<string> GetSegments()
    {
        var parts = ToString().Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            yield return parts[i]
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
        }
    }

    /// <summary>The value that the pointer leads to, or null where the document has none.</summary>
    public JsonElement? Evaluate(JsonElement root)
    {
        foreach (var segment in GetSegments())
        {
            if (!TryStep(root, segment, out root))
            {
                return null;
            }
        }

        return root;
    }

    /// <summary>Goes one name or index into a value.</summary>
    internal static bool TryStep(JsonElement from, string segment, out JsonElement value)
    {
        value = default;
        switch (from.ValueKind)
        {
            case JsonValueKind.Object:
                return JsonMember.TryFind(from, segment, out value);
            case JsonValueKind.Array:
                var isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                var isCanonical = segment is "0" || !segment.StartsWith('0');
                if (!isIndex || !isCanonical || index >= from.GetArrayLength())
                {
                    return false;
                }

                value = from[index];
                return true;
            default:
                return false;
        }
    }

    internal static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;

    /// <inheritdoc/>
    public bool Equals(JsonPointer other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is JsonPointer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two pointers lead along the same way.</summary>
    public static bool operator ==(JsonPointer left, JsonPointer right) => left.Equals(right);

    /// <summary>Whether two pointers lead along different ways.</summary>
    public static bool operator !=(JsonPointer left, JsonPointer right) => !left.Equals(right);
}
