using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The longer ones of the string functions.</summary>
internal static class StringParts
{
    public static string Capitalize(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string CapitalizeWords(string text)
    {
        var result = new StringBuilder(text.Length);
        var wordStart = true;
        foreach (var c in text)
        {
            result.Append(wordStart ? char.ToUpperInvariant(c) : c);
            wordStart = char.IsWhiteSpace(c);
        }

        return result.ToString();
    }

    /// <summary>Lower-case letters and digits; what stands between them becomes one hyphen.</summary>
    public static string Handleize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().TrimEnd('-');
    }

    public static string? Replace(Arguments a, string? match, string? replacement)
    {
        if (a.Text(0) is not { } text || string.IsNullOrEmpty(match))
        {
            return a.Text(0);
        }

        // The most that the result can be, before it is made.
        var growth = Math.Max(0, (replacement?.Length ?? 0) - match.Length);
        if (growth > 0)
        {
            a.Context.CheckLength(a.Call, text.Length + ((long)Count(text, match) * growth));
        }

        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    public static string? ReplaceOne(string? text, string? match, string? replacement, bool fromEnd)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return text;
        }

        var at = fromEnd
            ? text.LastIndexOf(match, StringComparison.Ordinal)
            : text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length));
    }

    /// <summary>A negative start counts from the end; what lies before the beginning is cut off the length.</summary>
    public static string Slice(string? text, int start, int? length)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var from = start < 0 ? (long)start + text.Length : start;
        var to = Math.Clamp(from + (length ?? text.Length), 0, text.Length);
        from = Math.Clamp(from, 0, text.Length);
        return to <= from ? string.Empty : text[(int)from..(int)to];
    }

    /// <summary>Empty pieces are left out.</summary>
    public static ScriptArray Split(Arguments a)
    {
        var pieces = (a.Text(0) ?? string.Empty).Split(a.Text(1), StringSplitOptions.RemoveEmptyEntries);
        a.Context.Step(a.Call, pieces.Length);
        return new ScriptArray(pieces);
    }

    /// <summary>The ellipsis counts; there is always room for it.</summary>
    public static string Truncate(Arguments a)
    {
        var (text, ellipsis) = (a.Text(0) ?? string.Empty, a.Text(2) ?? "...");
        var kept = Math.Max(0, a.Int(1) - ellipsis.Length);
        return text.Length <= a.Int(1) ? text : text[..Math.Min(kept, text.Length)] + ellipsis;
    }

    public static string TruncateWords(Arguments a)
    {
        var words = (a.Text(0) ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.Take(a.Int(1)));
        return words.Length > a.Int(1) ? kept + (a.Text(2) ?? "...") : kept;
    }

    public static object? IndexOf(Arguments a)
    {
        var (text, search) = (a.Text(0) ?? string.Empty, a.Text(1) ?? string.Empty);
        var start = a.OptionalInt(2) ?? 0;
        var count = a.OptionalInt(3) ?? text.Length - start;
        var name = a.Text(4) ?? nameof(StringComparison.Ordinal);
        if (start < 0 || start > text.Length || count < 0 || count > text.Length - start)
        {
            throw a.Error("string.index_of is asked to look outside the text");
        }

        return Enum.TryParse<StringComparison>(name, out var comparison) && Enum.IsDefined(comparison)
            ? text.IndexOf(search, start, count, comparison)
            : throw a.Error($"There is no string comparison `{name}`");
    }

    private static int Count(string text, string match)
    {
        var count = 0;
        for (
            var at = text.IndexOf(match, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(match, at + match.Length, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }
}
