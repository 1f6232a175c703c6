namespace Featuresmith.Rendering;

/// <summary>The only class that writes what templates make. Touches nothing but what differs.</summary>
/// <param name="features">The folder that the files' paths begin at: "features" for the collection.</param>
public sealed class FolderWriter(string features)
{
    /// <summary>Tests that belong to no single Feature are nobody's to remove.</summary>
    private const string GlobalTests = "_global";

    /// <summary>
    /// A test folder's README.md is written by "test --report" and a Feature's own by "docs", so no rendering owns them unless a
    /// template makes them.
    /// </summary>
    private const string PageName = "README.md";

    private static readonly string[] Kinds = ["src", "test"];

    private const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable =
        Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Compares Features in memory with the disk.</summary>
    /// <returns>One change a file, sorted by path.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<FolderChange> Plan(IEnumerable<RenderedFeature> rendered) => Plan(rendered, null);

    /// <summary>Compares Features and the collection's page in memory with the disk.</summary>
    /// <param name="rendered">The Features.</param>
    /// <param name="page">The page; null leaves what is there alone.</param>
    /// <returns>One change a file, sorted by path.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<FolderChange> Plan(IEnumerable<RenderedFeature> rendered, RenderedFile? page) =>
        [
            .. rendered
                .SelectMany(Plan)
                .Concat(page is null ? [] : [Compare(page)])
                .OrderBy(change => change.Path, StringComparer.Ordinal),
        ];

    /// <summary>Compares files in memory with the disk. Of other files nothing is said, since they may be anybody's.</summary>
    /// <returns>One change a file, in the order of the files.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<FolderChange> Plan(IEnumerable<RenderedFile> files) => [.. files.Select(Compare)];

    /// <summary>The files of Features that no template makes any more, as changes that would remove them, sorted by path.</summary>
    /// <param name="ids">The Features that there are.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<FolderChange> Orphans(IReadOnlyCollection<string> ids) =>
        [
            .. from kind in Kinds
            where Directory.Exists(FullPath(kind))
            from folder in Directory.EnumerateDirectories(FullPath(kind)).Order(StringComparer.Ordinal)
            let id = Path.GetFileName(folder)
            where id != GlobalTests && !ids.Contains(id)
            from path in FilesBelow($"{kind}/{id}").Order(StringComparer.Ordinal)
            select new FolderChange(FolderChangeKind.Removed, path, File.ReadAllBytes(FullPath(path)), null),
        ];

    /// <summary>
    /// Carries out a plan. Every new text is first written in full beside its place; only when all of them are there are
    /// they moved into place, one rename each, so that a full disk or a crash leaves no file half written.
    /// </summary>
    /// <exception cref="IOException">A file cannot be written; the files in place are then unchanged.</exception>
    public void Apply(IReadOnlyList<FolderChange> plan)
    {
        var staged = new List<(string Temporary, string Target)>();
        try
        {
            foreach (
                var change in plan.Where(change => change.Kind is FolderChangeKind.Created or FolderChangeKind.Changed)
            )
            {
                var target = FullPath(change.Path);
                var temporary = Path.Combine(
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName,
                    $".{Path.GetFileName(target)}.{Guid.NewGuid():N}"
                );
                staged.Add((temporary, target));
                Stage(temporary, change.After!);
            }

            foreach (var (temporary, target) in staged)
            {
                File.Move(temporary, target, overwrite: true);
            }
        }
        finally
        {
            staged.ForEach(file => File.Delete(file.Temporary));
        }

        foreach (var change in plan.Where(change => change.Kind == FolderChangeKind.Removed))
        {
            File.Delete(FullPath(change.Path));
            RemoveEmptyFolders(Path.GetDirectoryName(FullPath(change.Path))!);
        }
    }

    private IEnumerable<FolderChange> Plan(RenderedFeature feature)
    {
        var paths = feature.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return feature
            .Files.Select(Compare)
            .Concat(
                from folder in new[] { feature.SourceFolder, feature.TestFolder }
                from path in FilesBelow(folder)
                where !paths.Contains(path) && path != $"{folder}/{PageName}"
                select new FolderChange(FolderChangeKind.Removed, path, File.ReadAllBytes(FullPath(path)), null)
            );
    }

    private FolderChange Compare(RenderedFile file)
    {
        var path = FullPath(file.Path);
        if (!File.Exists(path))
        {
            return new FolderChange(FolderChangeKind.Created, file.Path, null, file);
        }

        var before = File.ReadAllBytes(path);
        var same = before.AsSpan().SequenceEqual(file.Content.Span) && HasMode(path, file.IsExecutable);
        return new FolderChange(same ? FolderChangeKind.Left : FolderChangeKind.Changed, file.Path, before, file);
    }

    private IEnumerable<string> FilesBelow(string folder) =>
        Directory.Exists(FullPath(folder))
            ? Directory
                .EnumerateFiles(FullPath(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(features, file).Replace('\\', '/'))
            : [];

    private string FullPath(string path) => Path.Combine(features, path);

    private static void Stage(string temporary, RenderedFile file)
    {
        using (var stream = new FileStream(temporary, FileMode.CreateNew))
        {
            stream.Write(file.Content.Span);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, file.IsExecutable ? Executable : Plain);
        }
    }

    // Only the owner's bit counts: git keeps no other, and a checkout's umask decides the rest.
    private static bool HasMode(string path, bool executable) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute) == executable;

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > features.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
