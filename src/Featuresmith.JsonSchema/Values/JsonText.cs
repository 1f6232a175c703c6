using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Json.Schema.Values;

/// <summary>
/// The characters of a JSON string in a buffer that is lent, so reading one leaves no garbage. Unlike
/// <see cref="JsonElement.GetString"/> it takes a lone surrogate escape (RFC 8259 section 8.2 allows one) as it stands.
/// </summary>
internal ref struct JsonText
{
    private char[]? rented;

    /// <param name="raw">The string between its quotes, escapes unresolved, in UTF-8.</param>
    /// <param name="buffer">Used where the text fits; otherwise one is rented.</param>
    public JsonText(ReadOnlySpan<byte> raw, Span<char> buffer)
    {
        // No string has more UTF-16 units than its JSON text has bytes.
        rented = raw.Length <= buffer.Length ? null : ArrayPool<char>.Shared.Rent(raw.Length);
        var target = rented ?? buffer;
        Chars = target[..Decode(raw, target)];
    }

    public ReadOnlySpan<char> Chars { get; }

    public void Dispose()
    {
        if (rented is { } array)
        {
            rented = null;
            ArrayPool<char>.Shared.Return(array);
        }
    }

    /// <summary>The bytes between the quotes of a string element, escapes unresolved.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];

    /// <summary>The length in code points, as <c>maxLength</c> counts (RFC 8259 characters).</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> raw)
    {
        if (raw.Contains((byte)'\\'))
        {
            using var text = new JsonText(raw, stackalloc char[256]);
            return CountCodePoints(text.Chars);
        }

        var count = 0;
        foreach (var unit in raw)
        {
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    /// <summary>Copies out the text of a string element.</summary>
    public static string Read(JsonElement text) => Read(Raw(text));

    /// <summary>Copies out the text of a raw string or name.</summary>
    public static string Read(ReadOnlySpan<byte> raw)
    {
        using var text = new JsonText(raw, stackalloc char[256]);
        return text.Chars.ToString();
    }

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    private static int Decode(ReadOnlySpan<byte> raw, Span<char> target)
    {
        var written = 0;
        while (true)
        {
            var escape = raw.IndexOf((byte)'\\');
            var plain = escape < 0 ? raw : raw[..escape];
            written += Encoding.UTF8.GetChars(plain, target[written..]);
            if (escape < 0)
            {
                return written;
            }

            var kind = raw[escape + 1];
            target[written++] =
                kind == 'u'
                    ? (char)
                        ushort.Parse(
                            raw.Slice(escape + 2, 4),
                            NumberStyles.AllowHexSpecifier,
                            CultureInfo.InvariantCulture
                        )
                    : Unescape(kind);
            raw = raw[(escape + (kind == 'u' ? 6 : 2))..];
        }
    }

    private static char Unescape(byte kind) =>
        kind switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)kind,
        };
}
