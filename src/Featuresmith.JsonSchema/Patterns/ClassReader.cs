namespace Json.Schema.Patterns;

/// <summary>Reads a character class after its opening bracket.</summary>
internal static class ClassReader
{
    /// <summary>The code points that the class matches.</summary>
    public static CodePointSet Read(PatternReader reader)
    {
        var isNegated = reader.TryTake('^');
        var set = new CodePointSet();
        while (!reader.TryTake(']'))
        {
            ReadMember(reader, set);
        }

        return isNegated ? set.Complement() : set;
    }

    private static void ReadMember(PatternReader reader, CodePointSet set)
    {
        if (TryReadSet(reader) is { } first)
        {
            set.Add(first);
            return;
        }

        var low = ReadPoint(reader);
        var high = low;
        var beforeDash = reader.Position;
        if (reader.TryTake('-') && reader.Peek() != ']' && TryReadSetAhead(reader) is null)
        {
            high = ReadPoint(reader);
        }
        else
        {
            // A dash before the bracket or beside a set such as \d stands for itself.
            reader.Return(beforeDash);
        }

        if (high < low)
        {
            throw new FormatException("a range in a class ends before it begins");
        }

        set.Add(low, high);
    }

    private static CodePointSet? TryReadSetAhead(PatternReader reader)
    {
        var start = reader.Position;
        var set = TryReadSet(reader);
        reader.Return(start);
        return set;
    }

    private static CodePointSet? TryReadSet(PatternReader reader)
    {
        var start = reader.Position;
        if (reader.TryTake('\\') && reader.Peek() is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P')
        {
            return EscapeReader.Read(reader);
        }

        reader.Return(start);
        return null;
    }

    private static int ReadPoint(PatternReader reader) =>
        !reader.TryTake('\\') ? reader.TakeCodePoint()
        : reader.TryTake('b') ? '\b'
        : EscapeReader.ReadOne(reader);
}
