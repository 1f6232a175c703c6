namespace Featuresmith.Packaging;

/// <summary>
/// The archive of a Feature: a plain tar, as the devcontainers CLI publishes it (packageCommandImpl.ts), but with the same bytes on
/// every machine and day: sorted, one fixed time, owner 0, modes 0644 and 0755.
/// </summary>
public static class FeatureArchive
{
    /// <summary>The file name of a Feature's archive (packageCommandImpl.ts). It is no gzip file, for all its ending.</summary>
    public static string FileName(string id) => $"devcontainer-feature-{id}.tgz";

    /// <summary>Writes an archive.</summary>
    /// <param name="stream">Receives the bytes.</param>
    /// <param name="entries">The files and links, in any order. Folders follow from them; empty ones do not exist.</param>
    public static void Write(Stream stream, IEnumerable<ArchiveEntry> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var folders = new HashSet<string>(StringComparer.Ordinal);
        TarHeader.Write(stream, "./", TarHeader.Folder, executable: true, size: 0);
        foreach (var entry in sorted)
        {
            WriteFolders(stream, entry.Path, folders);
            if (entry.LinkTarget is { } target)
            {
                TarHeader.Write(stream, $"./{entry.Path}", TarHeader.Link, executable: false, size: 0, target);
                continue;
            }

            TarHeader.Write(stream, $"./{entry.Path}", TarHeader.File, entry.IsExecutable, entry.Content.Length);
            stream.Write(entry.Content.Span);
            stream.Write(new byte[Padding(entry.Content.Length)]);
        }

        stream.Write(new byte[2 * TarHeader.BlockSize]);
    }

    private static void WriteFolders(Stream stream, string path, HashSet<string> written)
    {
        for (var at = path.IndexOf('/'); at >= 0; at = path.IndexOf('/', at + 1))
        {
            if (written.Add(path[..at]))
            {
                TarHeader.Write(stream, $"./{path[..at]}/", TarHeader.Folder, executable: true, size: 0);
            }
        }
    }

    private static int Padding(int length) =>
        (TarHeader.BlockSize - (length % TarHeader.BlockSize)) % TarHeader.BlockSize;
}
