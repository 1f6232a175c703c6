namespace Json.Schema.Patterns;

/// <summary>The classes that ECMA-262 has an escape for (section 22.2.2.9).</summary>
internal static class CharacterClasses
{
    /// <summary>ASCII digits only, unlike .NET.</summary>
    public static CodePointSet Digit { get; } = CodePointSet.Of(('0', '9'));

    /// <summary>ASCII letters, digits and underscore only, unlike .NET.</summary>
    public static CodePointSet Word { get; } = CodePointSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary>White space and line ends.</summary>
    public static CodePointSet Space { get; } =
        CodePointSet.Of(
            (0x09, 0x0D),
            (0x20, 0x20),
            (0xA0, 0xA0),
            (0x1680, 0x1680),
            (0x2000, 0x200A),
            (0x2028, 0x2029),
            (0x202F, 0x202F),
            (0x205F, 0x205F),
            (0x3000, 0x3000),
            (0xFEFF, 0xFEFF)
        );

    /// <summary>What <c>.</c> does not match.</summary>
    public static CodePointSet LineEnd { get; } = CodePointSet.Of(('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029));

    /// <summary>The class of an escape letter such as <c>d</c> or <c>W</c>; null where it has none.</summary>
    public static CodePointSet? Find(char letter) =>
        letter switch
        {
            'd' => Digit,
            'D' => Digit.Complement(),
            'w' => Word,
            'W' => Word.Complement(),
            's' => Space,
            'S' => Space.Complement(),
            _ => null,
        };
}
