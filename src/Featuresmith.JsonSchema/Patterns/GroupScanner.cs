namespace Json.Schema.Patterns;

/// <summary>Counts the capturing groups before they are translated, since a reference may stand before its group.</summary>
internal static class GroupScanner
{
    /// <summary>The groups in order, with their names where they have one.</summary>
    public static List<string?> Scan(string pattern)
    {
        var groups = new List<string?>();
        var inClass = false;
        var reader = new PatternReader(pattern);
        while (!reader.IsAtEnd)
        {
            if (reader.TryTake('\\'))
            {
                reader.TakeCodePoint();
            }
            else if (!inClass && reader.TryTake('('))
            {
                Open(reader, groups);
            }
            else
            {
                var next = reader.TakeCodePoint();
                inClass = next == '[' || (inClass && next != ']');
            }
        }

        return groups;
    }

    private static void Open(PatternReader reader, List<string?> groups)
    {
        if (reader.TryTakeAny("?<=", "?<!") is not null)
        {
            return;
        }

        if (!reader.TryTake("?<"))
        {
            if (reader.IsAtEnd || reader.Peek() != '?')
            {
                groups.Add(null);
            }

            return;
        }

        var name = reader.TakeName();
        if (groups.Contains(name))
        {
            throw new FormatException($"two groups are named \"{name}\"");
        }

        groups.Add(name);
    }
}
