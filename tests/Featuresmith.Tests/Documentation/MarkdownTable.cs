namespace Featuresmith.Tests.Documentation;

/// <summary>Reads tables as GitHub Flavored Markdown does: a pipe ends a cell unless a backslash stands before it, in code too.</summary>
internal static class MarkdownTable
{
    /// <summary>The cells of one row, without the blanks around them.</summary>
    public static IReadOnlyList<string> Cells(string row)
    {
        var cells = new List<string> { "" };
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == '|')
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += row[at] == '\\' && at + 1 < row.Length ? row.Substring(at++, 2) : row[at];
            }
        }

        // What stands before the first pipe and behind the last is no cell.
        return [.. cells[1..^1].Select(cell => cell.Trim())];
    }

    /// <summary>The rows of the table below a heading, the head and the line of dashes left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Below(string page, string heading) =>
        [
            .. page[(page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal) + 1)..]
                .Split('\n')
                .SkipWhile(line => !line.StartsWith('|'))
                .TakeWhile(line => line.StartsWith('|'))
                .Skip(2)
                .Select(Cells),
        ];
}
