namespace Featuresmith.Tests.Validation.Fuzzing;

/// <summary>Spoils texts in the ways that people, editors and disks do, and in some that only an enemy would.</summary>
internal static class Mutations
{
    private static readonly string[] Tokens =
    [
        "\"",
        "'",
        "`",
        "\\",
        "\\u",
        "\\ud800",
        "\\u0000",
        "\0",
        "\r",
        "\n",
        "\r\n",
        "\t",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "漢",
        "🙂",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "#",
        "#!",
        "$",
        "${",
        "$(",
        "$((",
        "))",
        "}}",
        "<<EOF\n",
        "<<-'EOF'\n",
        "EOF\n",
        "<<<",
        "|",
        "&&",
        ";;",
        "esac",
        "case x in",
        "if",
        "fi",
        "done",
        "function f() {",
        "null",
        "true",
        "1e999",
        "-0",
        "\"id\": ",
        "\"version\": \"v1\"",
        "\"options\": {",
        "\"default\": ",
        "\"enum\": [",
        "\"type\": \"boolean\"",
        "\"features\": {",
        "\"./x\": {}",
        "\"../..\"",
        "\"mounts\": [\"source=a,target=/b\"]",
        "# featuresmith: ignore FS203 -- why\n",
        "// featuresmith: ignore FS106\n",
        "# featuresmith: ignore ,,, --",
        "/* featuresmith: ignore FS001 -- x */",
        "VERSION=\"${VERSION:-\"",
        "set -e\n",
        "curl x | sh\n",
        "apt-get install\n",
    ];

    /// <summary>A text made from seeds with up to eight changes.</summary>
    public static string Spoil(Random random, IReadOnlyList<string> seeds)
    {
        var text = Pick(random, seeds);
        for (var change = random.Next(1, 9); change > 0; change--)
        {
            text = Change(random, text, seeds);
        }

        return text;
    }

    private static string Change(Random random, string text, IReadOnlyList<string> seeds)
    {
        var (start, end) = Slice(random, text);
        return random.Next(10) switch
        {
            0 => text.Remove(start, end - start),
            1 => text[..start],
            2 => text.Insert(start, text[start..end]),
            3 => text.Insert(start, Slice(random, Pick(random, seeds), out _)),
            4 => text.Insert(start, string.Concat(Enumerable.Repeat(Pick(random, Tokens), random.Next(2, 300)))),
            5 => text[start..end] + text[..start] + text[end..],
            6 => text.Insert(start, ((char)random.Next(char.MaxValue + 1)).ToString()),
            7 => text.ReplaceLineEndings(Pick(random, ["\r\n", "\r", "\n", " "])),
            _ => text.Insert(start, Pick(random, Tokens)),
        };
    }

    // Most slices are short: a long one leaves little of what the text was.
    private static (int Start, int End) Slice(Random random, string text)
    {
        var start = random.Next(text.Length + 1);
        var most = random.Next(8) == 0 ? text.Length : 40;
        return (start, start + random.Next(Math.Min(most, text.Length - start) + 1));
    }

    private static string Slice(Random random, string text, out (int Start, int End) slice)
    {
        slice = Slice(random, text);
        return text[slice.Start..slice.End];
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
