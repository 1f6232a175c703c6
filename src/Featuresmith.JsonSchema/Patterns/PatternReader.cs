using System.Globalization;

namespace Json.Schema.Patterns;

/// <summary>The characters of a pattern, one after the other.</summary>
internal sealed class PatternReader(string pattern)
{
    /// <summary>Counted in UTF-16 units from 0.</summary>
    public int Position { get; private set; }

    public bool IsAtEnd => Position >= pattern.Length;

    public char Peek() => IsAtEnd ? throw new FormatException("it ends too early") : pattern[Position];

    public bool TryTake(char wanted)
    {
        var found = !IsAtEnd && pattern[Position] == wanted;
        Position += found ? 1 : 0;
        return found;
    }

    public bool TryTake(string wanted)
    {
        var found = pattern.AsSpan(Position).StartsWith(wanted, StringComparison.Ordinal);
        Position += found ? wanted.Length : 0;
        return found;
    }

    public string? TryTakeAny(params ReadOnlySpan<string> wanted)
    {
        foreach (var one in wanted)
        {
            if (TryTake(one))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>The next code point; a surrogate pair is one.</summary>
    public int TakeCodePoint()
    {
        var first = Peek();
        Position++;
        return char.IsHighSurrogate(first) && !IsAtEnd && char.IsLowSurrogate(pattern[Position])
            ? char.ConvertToUtf32(first, pattern[Position++])
            : first;
    }

    /// <summary>A number that does not begin with 0, or null; nothing is taken then.</summary>
    public int? TryTakeNumber() => IsAtEnd || pattern[Position] == '0' ? null : TryTakeDigits();

    /// <summary>Decimal digits, or null; nothing is taken then. Numbers beyond an int are taken as the largest.</summary>
    public int? TryTakeDigits()
    {
        var start = Position;
        while (!IsAtEnd && char.IsAsciiDigit(pattern[Position]))
        {
            Position++;
        }

        if (start == Position)
        {
            return null;
        }

        return int.TryParse(pattern.AsSpan(start, Position - start), CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
    }

    /// <summary>So many hexadecimal digits, or null; nothing is taken then.</summary>
    public int? TryTakeHex(int digits)
    {
        var isHex =
            Position + digits <= pattern.Length
            && int.TryParse(pattern.AsSpan(Position, digits), NumberStyles.AllowHexSpecifier, null, out _);
        if (!isHex)
        {
            return null;
        }

        Position += digits;
        return int.Parse(pattern.AsSpan(Position - digits, digits), NumberStyles.AllowHexSpecifier, null);
    }

    /// <summary>A group's name and the <c>&gt;</c> after it.</summary>
    public string TakeName()
    {
        var name = TakeUntil('>');
        var isName = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        return isName && name.All(one => char.IsLetterOrDigit(one) || one is '_' or '$')
            ? name
            : throw new FormatException($"\"{name}\" is no name for a group");
    }

    /// <summary>What stands before a character, which is taken too.</summary>
    public string TakeUntil(char end)
    {
        var start = Position;
        while (Peek() != end)
        {
            Position++;
        }

        return pattern[start..Position++];
    }

    /// <summary>Goes back to a position read before.</summary>
    public void Return(int position) => Position = position;
}
