using System.Text.RegularExpressions;

namespace Json.Schema;

/// <summary>A format of strings that a .NET regular expression decides about.</summary>
/// <param name="key">The value of <c>format</c>.</param>
/// <param name="regex">Matches the whole string, or only where it is anchored.</param>
public sealed class RegexFormat(string key, Regex regex) : TextFormat(key)
{
    /// <inheritdoc/>
    public override bool IsMatch(ReadOnlySpan<char> text) => regex.IsMatch(text);
}
