using System.IO.Enumeration;

namespace Featuresmith.Watching;

/// <summary>
/// How the files below some folders were at one moment, by size and time of change. Asking is slower than being told by the kernel, and
/// works where that does not: on network drives, and on folders that a host shares with a container.
/// </summary>
public sealed class FileStates
{
    private static readonly HashSet<string> Skipped = new(["node_modules", "bin", "obj"], StringComparer.Ordinal);

    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

    private readonly Dictionary<string, (long Length, long Ticks)> files;

    private FileStates(Dictionary<string, (long, long)> files) => this.files = files;

    /// <summary>How many files there are.</summary>
    public int Count => files.Count;

    /// <summary>Looks at files now.</summary>
    /// <param name="paths">Files, and folders with all that is below; what is not there counts once it is.</param>
    public static FileStates Of(IEnumerable<string> paths)
    {
        var found = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                var info = new FileInfo(path);
                found[path] = (info.Length, info.LastWriteTimeUtc.Ticks);
            }
            else if (Directory.Exists(path))
            {
                foreach (var (file, length, ticks) in Below(path))
                {
                    found[file] = (length, ticks);
                }
            }
        }

        return new FileStates(found);
    }

    /// <summary>The files that are not as they were, new and gone ones included, sorted.</summary>
    /// <param name="before">How they were.</param>
    public IReadOnlyList<string> ChangedSince(FileStates before) =>
        [
            .. files
                .Keys.Union(before.files.Keys)
                .Where(file =>
                    !(
                        files.TryGetValue(file, out var now)
                        && before.files.TryGetValue(file, out var then)
                        && now == then
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    private static FileSystemEnumerable<(string, long, long)> Below(string folder) =>
        new(folder, (ref entry) => (entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc.Ticks), EveryFile)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            // What programs keep for themselves is large, and no input of ours.
            ShouldRecursePredicate = (ref entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                && !Skipped.Contains(entry.FileName.ToString())
                && (!entry.FileName.StartsWith(".") || entry.FileName.StartsWith(".devcontainer")),
        };
}
