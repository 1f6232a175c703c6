namespace Json.Schema.Patterns;

/// <summary>Reads what follows a backslash, inside a class or outside, where both mean the same.</summary>
internal static class EscapeReader
{
    /// <summary>The code points that an escape stands for.</summary>
    public static CodePointSet Read(PatternReader reader)
    {
        var letter = reader.Peek();
        if (CharacterClasses.Find(letter) is { } set)
        {
            reader.TryTake(letter);
            return set;
        }

        if (letter is 'p' or 'P')
        {
            return ReadProperty(reader);
        }

        var one = ReadOne(reader);
        return CodePointSet.Of((one, one));
    }

    /// <summary>The single code point that an escape stands for.</summary>
    public static int ReadOne(PatternReader reader)
    {
        var next = reader.TakeCodePoint();
        return next switch
        {
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            '0' => reader.IsAtEnd || !char.IsAsciiDigit(reader.Peek()) ? 0 : throw Unknown("0"),
            'c' => ReadControl(reader),
            'x' => reader.TryTakeHex(2) ?? throw Unknown("x"),
            'u' => ReadUnicode(reader),
            _ when next < 128 && char.IsAsciiLetterOrDigit((char)next) => throw Unknown(char.ConvertFromUtf32(next)),
            _ => next,
        };
    }

    private static int ReadControl(PatternReader reader)
    {
        var letter = reader.TakeCodePoint();
        return letter < 128 && char.IsAsciiLetter((char)letter) ? letter & 0x1F : throw Unknown("c");
    }

    private static int ReadUnicode(PatternReader reader)
    {
        if (reader.TryTake('{'))
        {
            var digits = reader.TakeUntil('}');
            var isPoint = int.TryParse(
                digits,
                System.Globalization.NumberStyles.AllowHexSpecifier,
                null,
                out var point
            );
            return isPoint && point is >= 0 and <= 0x10FFFF ? point : throw Unknown($"u{{{digits}}}");
        }

        var lead = reader.TryTakeHex(4) ?? throw Unknown("u");
        var afterLead = reader.Position;
        if (char.IsHighSurrogate((char)lead) && reader.TryTake("\\u") && reader.TryTakeHex(4) is { } trail)
        {
            if (char.IsLowSurrogate((char)trail))
            {
                return char.ConvertToUtf32((char)lead, (char)trail);
            }
        }

        reader.Return(afterLead);
        return lead;
    }

    private static CodePointSet ReadProperty(PatternReader reader)
    {
        var isNegated = reader.TryTake('P');
        if (!isNegated)
        {
            reader.TryTake('p');
        }

        if (!reader.TryTake('{'))
        {
            throw Unknown(isNegated ? "P" : "p");
        }

        var name = reader.TakeUntil('}');
        var set = UnicodeProperty.Find(name) ?? throw new FormatException($"the property \\p{{{name}}} is not known");
        return isNegated ? set.Complement() : set;
    }

    private static FormatException Unknown(string escape) => new($"\"\\{escape}\" is no escape that ECMA-262 knows");
}
