namespace Featuresmith.Consuming.Locking;

/// <summary>
/// The order of JavaScript's localeCompare for what references are written in: the root collation of Unicode (CLDR), for ASCII. Written
/// out, because .NET has it only where ICU is installed and the process does not run with the invariant culture.
/// </summary>
internal sealed class RootCollation : IComparer<string>
{
    // Punctuation, symbols, digits, letters; upper and lower case are one until all else is equal.
    private const string Order = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The one there is.</summary>
    public static RootCollation Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var order = Compare(left, right, Weight);
        // Of two that differ in case only, the one with the first lower-case letter comes first.
        return order != 0 ? order : Compare(left, right, character => char.IsAsciiLetterUpper(character) ? 1 : 0);
    }

    private static int Compare(string left, string right, Func<char, int> weight)
    {
        for (var at = 0; at < Math.Min(left.Length, right.Length); at++)
        {
            if (weight(left[at]) - weight(right[at]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Length - right.Length;
    }

    // What is not in the list comes behind it, by its code point.
    private static int Weight(char character)
    {
        var place = Order.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
        return place >= 0 ? place : Order.Length + character;
    }
}
