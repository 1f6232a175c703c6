namespace Json.Schema.Evaluation;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Spelling
{
    private const int LongestName = 64;

    /// <summary>The known name nearest to the one written, or null where none is near.</summary>
    public static string? FindNearest(string written, IEnumerable<string> known)
    {
        string? nearest = null;
        // A third of the letters may be amiss; more, and the suggestion is a guess.
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in known)
        {
            var distance = Math.Max(name.Length, written.Length) > LongestName ? int.MaxValue : Measure(written, name);
            if (distance < least)
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>How many letters must be put in, left out, exchanged or swapped with the next; case counts for nothing.</summary>
    private static int Measure(string a, string b)
    {
        var (earlier, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var exchange = above[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(exchange, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], earlier[j - 2] + 1);
                }
            }

            (earlier, above, row) = (above, row, earlier);
        }

        return above[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
