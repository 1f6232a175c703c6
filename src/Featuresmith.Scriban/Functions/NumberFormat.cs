namespace Scriban.Functions;

/// <summary><c>math.format</c> and <c>object.format</c>: .NET's numeric format strings.</summary>
internal static class NumberFormat
{
    // A precision of a thousand million digits would be written out.
    private const int LongestFormat = 100;

    public static object? Format(Arguments a)
    {
        var format = a.Text(1);
        var digits = format?.Length > 1 && int.TryParse(format.AsSpan(1), out var precision) ? precision : 0;
        if (format?.Length > LongestFormat || digits > LongestFormat)
        {
            throw a.Error($"The format `{format}` asks for more than {LongestFormat} characters");
        }

        try
        {
            return a[0] is IFormattable value ? value.ToString(format, a.Culture(2)) : a.Text(0) ?? string.Empty;
        }
        catch (FormatException problem)
        {
            throw a.Error($"The format `{format}` cannot be used: {problem.Message}");
        }
    }
}
