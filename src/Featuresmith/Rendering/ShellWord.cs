using System.Text.RegularExpressions;

namespace Featuresmith.Rendering;

/// <summary>Writes a text so that a shell reads it as one word and changes nothing in it.</summary>
public static partial class ShellWord
{
    /// <summary>The text itself where no character of it means anything to a shell, else in single quotation marks.</summary>
    public static string Quote(string text) =>
        Plain().IsMatch(text) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\A[A-Za-z0-9_./:@%+,-]+\z")]
    private static partial Regex Plain();
}
