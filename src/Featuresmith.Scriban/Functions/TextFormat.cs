using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>How strings are written inside arrays and by <c>string.literal</c> and <c>string.escape</c>.</summary>
internal static class TextFormat
{
    /// <summary>The text in double quotes, escaped.</summary>
    public static string Literal(string text) => $"\"{Escape(text)}\"";

    /// <summary>The text with escapes that a string literal reads back (language.md, section 3.1).</summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var replacement = text[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => "\\x" + ((int)text[i]).ToString("x2", CultureInfo.InvariantCulture),
                _ => null,
            };
            if (replacement is not null && escaped is null)
            {
                escaped = new StringBuilder(text, 0, i, text.Length + 16);
            }

            if (replacement is null)
            {
                escaped?.Append(text[i]);
            }
            else
            {
                escaped!.Append(replacement);
            }
        }

        return escaped?.ToString() ?? text;
    }
}
