using System.Buffers.Text;
using System.Numerics;

namespace Json.Schema.Values;

/// <summary>
/// A JSON number read from its own digits, so nothing is lost to a binary fraction and nothing hangs on a huge exponent:
/// <c>1</c>, <c>1.0</c> and <c>10e-1</c> are one value. Exponents beyond ±10^17 are taken as that bound.
/// </summary>
internal readonly ref struct JsonNumber
{
    private const long ExponentBound = 100_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> whole;
    private readonly ReadOnlySpan<byte> fraction;
    private readonly int first;
    private readonly int count;
    private readonly long exponent;
    private readonly bool negative;

    /// <param name="text">The number as RFC 8259 section 6 writes it.</param>
    public JsonNumber(ReadOnlySpan<byte> text)
    {
        negative = text[0] == (byte)'-';
        text = negative ? text[1..] : text;

        var mark = text.IndexOfAny((byte)'e', (byte)'E');
        var power = mark < 0 ? 0 : ReadExponent(text[(mark + 1)..]);
        text = mark < 0 ? text : text[..mark];

        var point = text.IndexOf((byte)'.');
        whole = point < 0 ? text : text[..point];
        fraction = point < 0 ? default : text[(point + 1)..];

        var total = whole.Length + fraction.Length;
        while (first < total && DigitAt(first) == 0)
        {
            first++;
        }

        var end = total;
        while (end > first && DigitAt(end - 1) == 0)
        {
            end--;
        }

        count = end - first;
        exponent = count == 0 ? 0 : power + whole.Length - end;
        negative &= count > 0;
    }

    public bool IsZero => count == 0;

    /// <summary>Whether the value has no fractional part, however it is written (<c>1.0</c> is an integer).</summary>
    public bool IsInteger => exponent >= 0;

    /// <summary>Less than, equal to or greater than zero as <paramref name="a"/> is to <paramref name="b"/>.</summary>
    public static int Compare(JsonNumber a, JsonNumber b)
    {
        var sign = a.Sign.CompareTo(b.Sign);
        return sign != 0 ? sign : a.Sign * CompareMagnitude(a, b);
    }

    /// <summary>Whether this is a whole multiple of <paramref name="divisor"/>, which must not be zero.</summary>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        // Trailing zeros are stripped, so a lower exponent than the divisor's leaves a remainder.
        var shift = exponent - divisor.exponent;
        if (IsZero || shift < 0)
        {
            return IsZero;
        }

        if (TryGetDigits(out var small) && divisor.TryGetDigits(out var smallDivisor))
        {
            return (UInt128)small % smallDivisor * PowerOfTenModulo(shift, smallDivisor) % smallDivisor == 0;
        }

        var (dividend, modulus) = (GetDigits(), divisor.GetDigits());
        return dividend * BigInteger.ModPow(10, shift, modulus) % modulus == 0;
    }

    /// <summary>A hash equal for equal values.</summary>
    public int GetValueHash()
    {
        var hash = new HashCode();
        hash.Add(negative);
        hash.Add(exponent);
        for (var i = 0; i < count; i++)
        {
            hash.Add(DigitAt(first + i));
        }

        return hash.ToHashCode();
    }

    /// <summary>Reads the usual case, a short integer, without looking at single digits.</summary>
    public static bool TryReadSmall(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        return text.Length <= 18 && Utf8Parser.TryParse(text, out value, out int read) && read == text.Length;
    }

    private int Sign =>
        count == 0 ? 0
        : negative ? -1
        : 1;

    private int DigitAt(int index) =>
        (index < whole.Length ? whole[index] : fraction[index - whole.Length]) - (byte)'0';

    private static int CompareMagnitude(JsonNumber a, JsonNumber b)
    {
        var order = (a.exponent + a.count).CompareTo(b.exponent + b.count);
        for (var i = 0; order == 0 && i < Math.Max(a.count, b.count); i++)
        {
            var left = i < a.count ? a.DigitAt(a.first + i) : 0;
            var right = i < b.count ? b.DigitAt(b.first + i) : 0;
            order = left.CompareTo(right);
        }

        return order;
    }

    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == (byte)'-';
        long value = 0;
        foreach (var digit in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
        {
            value = Math.Min((value * 10) + digit - (byte)'0', ExponentBound);
        }

        return negative ? -value : value;
    }

    private static UInt128 PowerOfTenModulo(long power, ulong modulus)
    {
        UInt128 result = 1 % modulus;
        UInt128 factor = 10 % modulus;
        for (; power > 0; power >>= 1)
        {
            result = (power & 1) == 0 ? result : result * factor % modulus;
            factor = factor * factor % modulus;
        }

        return result;
    }

    private bool TryGetDigits(out ulong value)
    {
        value = 0;
        for (var i = 0; i < count && count <= 19; i++)
        {
            value = (value * 10) + (ulong)DigitAt(first + i);
        }

        return count <= 19;
    }

    private BigInteger GetDigits()
    {
        Span<char> digits = count <= 256 ? stackalloc char[count] : new char[count];
        for (var i = 0; i < count; i++)
        {
            digits[i] = (char)('0' + DigitAt(first + i));
        }

        return BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
