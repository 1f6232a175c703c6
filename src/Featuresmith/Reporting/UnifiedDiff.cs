using DiffPlex;
using DiffPlex.Model;

namespace Featuresmith.Reporting;

/// <summary>Differences of a file in the form that "patch" and "git apply" read.</summary>
/// <param name="writer">Where the differences go.</param>
public sealed class UnifiedDiff(TextWriter writer)
{
    /// <summary>Lines shown around a difference.</summary>
    private const int Context = 3;

    private const string NoLineEnd = "\\ No newline at end of file";

    /// <summary>Writes the differences of two texts; nothing where there are none.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it should be.</param>
    public void Write(string path, string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Lines);
        if (diff.DiffBlocks.Count == 0)
        {
            return;
        }

        writer.WriteLine($"--- {path}");
        writer.WriteLine($"+++ {path}");
        var blocks = new Queue<DiffBlock>(diff.DiffBlocks);
        while (blocks.TryDequeue(out var first))
        {
            var hunk = new List<DiffBlock> { first };
            while (blocks.TryPeek(out var next) && next.DeleteStartA - End(hunk[^1]) <= 2 * Context)
            {
                hunk.Add(blocks.Dequeue());
            }

            WriteHunk(diff, hunk);
        }
    }

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private void WriteHunk(DiffResult diff, List<DiffBlock> hunk)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var start = Math.Max(0, first.DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Length, End(last) + Context);
        var newStart = first.InsertStartB - (first.DeleteStartA - start);
        var newCount = end - start + hunk.Sum(block => block.InsertCountB - block.DeleteCountA);
        writer.WriteLine($"@@ -{Range(start, end - start)} +{Range(newStart, newCount)} @@");
        var at = start;
        foreach (var block in hunk)
        {
            WriteLines(' ', diff.PiecesOld, at, block.DeleteStartA);
            WriteLines('-', diff.PiecesOld, block.DeleteStartA, End(block));
            WriteLines('+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = End(block);
        }

        WriteLines(' ', diff.PiecesOld, at, end);
    }

    // Lines are counted from 1, but a range of none names the line before it.
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private void WriteLines(char mark, IReadOnlyList<string> lines, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            var ended = lines[index].EndsWith('\n');
            writer.WriteLine($"{mark}{(ended ? lines[index][..^1] : lines[index])}");
            if (!ended)
            {
                writer.WriteLine(NoLineEnd);
            }
        }
    }

    // A line keeps its line feed, so that lines which differ in nothing else differ.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length; start += lines[^1].Length)
        {
            var end = text.IndexOf('\n', start);
            lines.Add(end < 0 ? text[start..] : text[start..(end + 1)]);
        }

        return [.. lines];
    }
}
