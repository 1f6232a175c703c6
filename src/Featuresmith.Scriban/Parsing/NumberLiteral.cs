using System.Globalization;
using System.Numerics;

namespace Scriban.Parsing;

/// <summary>Reads numbers as language.md, section 3.2, writes them; culture plays no part.</summary>
internal static class NumberLiteral
{
    // 10^308 is about the largest double; a longer integer would only buy a template time to waste.
    private const int LongestInteger = 309;

    /// <summary>The number's value (int, long, <see cref="BigInteger"/>, float, double, decimal), or null.</summary>
    public static object? Parse(ReadOnlySpan<char> literal)
    {
        Span<char> buffer = literal.Length <= 512 ? stackalloc char[literal.Length] : new char[literal.Length];
        var digits = WithoutUnderscores(literal, buffer);
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ParseBits(digits[2..], NumberStyles.AllowHexSpecifier);
        }

        if (digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            return ParseBits(digits[2..], NumberStyles.AllowBinarySpecifier);
        }

        return ParseDecimalNotation(digits);
    }

    /// <summary>The narrowest of int, long and <see cref="BigInteger"/> that holds a value.</summary>
    public static object Narrow(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            return Narrow((long)value);
        }

        return value;
    }

    /// <summary>An int if it holds the value, else the long.</summary>
    public static object Narrow(long value)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        return value;
    }

    private static Span<char> WithoutUnderscores(ReadOnlySpan<char> literal, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in literal)
        {
            if (c != '_')
            {
                buffer[length++] = c;
            }
        }

        return buffer[..length];
    }

    private static object? ParseBits(ReadOnlySpan<char> digits, NumberStyles style)
    {
        var unsigned = digits.TrimEnd("uU");
        if (unsigned.Length < digits.Length)
        {
            return ulong.TryParse(unsigned, style, null, out var bits) ? Narrow(bits) : null;
        }

        // Without the suffix, 32 bits are an int and may be negative, as in C.
        if (int.TryParse(digits, style, null, out var small))
        {
            return small;
        }

        return long.TryParse(digits, style, null, out var large) ? large : null;
    }

    private static object? ParseDecimalNotation(ReadOnlySpan<char> digits)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var invariant = CultureInfo.InvariantCulture;
        switch (digits[^1])
        {
            case 'f' or 'F':
                return float.TryParse(digits[..^1], Style, invariant, out var single) ? single : null;
            case 'd' or 'D':
                return double.TryParse(digits[..^1], Style, invariant, out var real) ? real : null;
            case 'm' or 'M':
                return decimal.TryParse(digits[..^1], Style, invariant, out var exact) ? exact : null;
        }

        if (int.TryParse(digits, NumberStyles.None, invariant, out var integer))
        {
            return integer;
        }

        if (digits.Contains('.') || digits.Contains('-'))
        {
            return double.TryParse(digits, Style, invariant, out var real) ? real : null;
        }

        return ParseLongInteger(digits, invariant);
    }

    // 1e3 is an integer too; its exponent must not make a small text into a huge number.
    private static object? ParseLongInteger(ReadOnlySpan<char> digits, CultureInfo invariant)
    {
        var exponentAt = digits.IndexOfAny('e', 'E');
        var exponent = exponentAt < 0 ? "0" : digits[(exponentAt + 1)..].TrimStart('+');
        var mantissa = exponentAt < 0 ? digits : digits[..exponentAt];
        if (
            !int.TryParse(exponent, NumberStyles.None, invariant, out var power)
            || (long)mantissa.Length + power > LongestInteger
            || !BigInteger.TryParse(mantissa, NumberStyles.None, invariant, out var value)
        )
        {
            return null;
        }

        return Narrow(value * BigInteger.Pow(10, power));
    }
}
