namespace Scriban.Parsing;

/// <summary>A place in a template. All three are 0-based; a line ends after its <c>\n</c>.</summary>
/// <param name="Offset">UTF-16 units from the beginning of the text.</param>
/// <param name="Line">0-based line.</param>
/// <param name="Column">0-based UTF-16 units from the beginning of the line.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>"line,column", both 1-based, as people count.</summary>
    public string ToStringSimple() => $"{Line + 1},{Column + 1}";

    /// <inheritdoc/>
    public override string ToString() => $"({Offset}:{Line},{Column})";
}
