using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Featuresmith.Rendering;

namespace Featuresmith.Reporting;

/// <summary>What generating did, or would do, to the files of a collection.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class ChangeReport(TextWriter writer)
{
    /// <summary>One line a file that differs, and a closing line that counts all of them.</summary>
    /// <param name="changes">The plan.</param>
    /// <param name="withDifferences">Whether the differing lines are shown too.</param>
    public void Write(IReadOnlyList<FolderChange> changes, bool withDifferences)
    {
        foreach (var change in changes.Where(change => change.Kind != FolderChangeKind.Left))
        {
            writer.WriteLine($"{Name(change.Kind), -8} {change.Path}");
            if (withDifferences)
            {
                WriteDifference(change);
            }
        }

        var counts =
            from kind in Enum.GetValues<FolderChangeKind>()
            select $"{changes.Count(change => change.Kind == kind)} {Name(kind)}";
        writer.WriteLine(string.Join(", ", counts));
    }

    private static string Name(FolderChangeKind kind) => kind.ToString().ToLowerInvariant();

    private void WriteDifference(FolderChange change)
    {
        var before = Encoding.UTF8.GetString(change.Before.GetValueOrDefault().Span);
        var after = Encoding.UTF8.GetString(change.After is { } file ? file.Content.Span : []);
        if (before == after)
        {
            writer.WriteLine($"  mode: {(change.After!.IsExecutable ? "should be" : "should not be")} executable");
            return;
        }

        foreach (
            var line in new InlineDiffBuilder(new Differ())
                .BuildDiffModel(before, after, ignoreWhitespace: false)
                .Lines.Where(IsDifferent)
        )
        {
            writer.WriteLine($"  {(line.Type == ChangeType.Deleted ? '-' : '+')}{line.Text}");
        }
    }

    private static bool IsDifferent(DiffPiece line) => line.Type is ChangeType.Deleted or ChangeType.Inserted;
}
