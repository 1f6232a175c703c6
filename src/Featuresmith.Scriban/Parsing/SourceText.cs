namespace Scriban.Parsing;

/// <summary>
/// A template's text. Nodes remember offsets only; lines and columns are worked out from here when somebody asks,
/// so that a template without errors never pays for them.
/// </summary>
internal sealed class SourceText(string text, string? path)
{
    private int[]? lineStarts;

    public string Text { get; } = text;

    public string Path { get; } = path ?? string.Empty;

    /// <summary>The span of [start, end); an empty one is given the length of one character.</summary>
    public SourceSpan Span(int start, int end) => new(Path, PositionAt(start), PositionAt(Math.Max(start, end - 1)));

    private TextPosition PositionAt(int offset)
    {
        lineStarts ??= FindLineStarts();
        var found = Array.BinarySearch(lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(offset, line, offset - lineStarts[line]);
    }

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var at = Text.IndexOf('\n'); at >= 0; at = Text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return [.. starts];
    }
}
