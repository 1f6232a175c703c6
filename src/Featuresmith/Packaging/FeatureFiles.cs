using System.IO.Enumeration;
using Featuresmith.Definitions;

namespace Featuresmith.Packaging;

/// <summary>What of a Feature's folder goes into its archive.</summary>
/// <param name="Entries">The files and links, sorted by path.</param>
/// <param name="LeftOut">Paths of leftovers that do not go in; a folder is named once.</param>
public sealed record FeatureFiles(IReadOnlyList<ArchiveEntry> Entries, IReadOnlyList<string> LeftOut)
{
    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        MaxRecursionDepth = 64,
    };

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">A Feature's folder.</param>
    /// <exception cref="PackagingException">A link leaves the folder, or something is neither file nor folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FeatureFiles Read(string folder)
    {
        var entries = new List<ArchiveEntry>();
        var leftOut = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Below(folder, leftOut).Order(StringComparer.Ordinal))
        {
            entries.Add(ReadEntry(folder, file));
        }

        return new FeatureFiles(entries, [.. leftOut]);
    }

    private static List<string> Below(string folder, SortedSet<string> leftOut)
    {
        string Relative(ref FileSystemEntry entry) =>
            Path.GetRelativePath(folder, entry.ToFullPath()).Replace('\\', '/');
        var files = new FileSystemEnumerable<string>(folder, Relative, EveryFile)
        {
            ShouldIncludePredicate = (ref entry) =>
            {
                if (Leftovers.IsLeftover(entry.FileName.ToString()))
                {
                    leftOut.Add(Relative(ref entry));
                    return false;
                }

                return !entry.IsDirectory || IsLink(ref entry);
            },
            ShouldRecursePredicate = (ref entry) =>
                !IsLink(ref entry) && !Leftovers.IsLeftover(entry.FileName.ToString()),
        };
        return [.. files];
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static ArchiveEntry ReadEntry(string folder, string path)
    {
        var file = Path.Combine(folder, path);
        var info = new FileInfo(file);
        if (info.LinkTarget is { } target)
        {
            return LinkTarget.Leaves(path, target)
                ? throw new PackagingException(
                    path,
                    $"is a link to \"{target}\", outside of the Feature; where it is installed, that leads nowhere, so put a copy in its place"
                )
                : new ArchiveEntry(path, IsExecutable: false, default, target.Replace('\\', '/'));
        }

        if (!RegularFile.Is(info))
        {
            throw new PackagingException(path, "is neither a file nor a folder, so it cannot be packed; remove it");
        }

        if (info.Length > int.MaxValue - TarHeader.BlockSize)
        {
            throw new PackagingException(path, "is larger than 2 GiB; let install.sh download it");
        }

        var content = File.ReadAllBytes(file);
        // A script is executable wherever it was checked out, also where files have no modes.
        return new ArchiveEntry(path, content.AsSpan().StartsWith("#!"u8) || HasExecuteBit(file), content);
    }

    private static bool HasExecuteBit(string file) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
}
