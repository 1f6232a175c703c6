using System.Globalization;

namespace Featuresmith.Packaging;

/// <summary>A number as JavaScript prints it (ECMA-262, Number::toString), so that our JSON is byte for byte that of JSON.stringify.</summary>
internal static class EcmaNumber
{
    /// <param name="raw">A number in JSON's grammar.</param>
    /// <returns>The shortest digits that give the same 64-bit number; "null" where it is too large for one.</returns>
    public static string Format(string raw)
    {
        var value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return "null";
        }

        if (value == 0)
        {
            return "0";
        }

        // "R" gives the shortest digits that read back as the same number; only its layout differs.
        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var (whole, fraction) = parts[0].Split('.') is [var left, var right] ? (left, right) : (parts[0], "");
        var digits = (whole + fraction).TrimStart('0');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        // The decimal point stands behind this many digits.
        var point = digits.Length - fraction.Length + exponent;
        return (value < 0 ? "-" : "") + Lay(digits.TrimEnd('0'), point);
    }

    private static string Lay(string digits, int point) =>
        point switch
        {
            > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
            > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
            > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}"
            ),
        };
}
