namespace Featuresmith.Validation.Scripts;

/// <summary>Whether one variable's name is likely a slip for another's.</summary>
public static class SimilarName
{
    /// <summary>
    /// Whether the names are the same but for underscores and case, or but for one character added, left out or changed in
    /// five or more.
    /// </summary>
    public static bool IsSlip(string name, string meant)
    {
        var (a, b) = (Fold(name), Fold(meant));
        return name != meant && (a == b || (Math.Min(a.Length, b.Length) >= 5 && DiffersByOne(a, b)));
    }

    private static string Fold(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static bool DiffersByOne(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var same = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var (restA, restB) = (a[same..], b[same..]);
        return a.Length == b.Length ? restA[1..] == restB[1..]
            : a.Length > b.Length ? restA[1..] == restB
            : restA == restB[1..];
    }
}
