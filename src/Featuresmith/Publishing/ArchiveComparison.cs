using System.Formats.Tar;
using System.IO.Compression;
using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>
/// Compares what two archives hold. Times, owners, order and modes do not count: the devcontainers CLI packs them as it finds them,
/// and gives every file mode 0755 before install.sh runs (containerFeaturesConfiguration.ts).
/// </summary>
public static class ArchiveComparison
{
    // Made from what else is published and from the last test results, and read by people only: new results are no new version.
    private const string PageName = "README.md";

    /// <summary>The paths that differ, sorted; none where the archives hold the same.</summary>
    /// <param name="published">A tar, plain or gzipped.</param>
    /// <param name="ours">A tar.</param>
    public static IReadOnlyList<string> Differences(ReadOnlyMemory<byte> published, ReadOnlyMemory<byte> ours)
    {
        Dictionary<string, string> before;
        try
        {
            before = Read(published);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return ["(the published archive cannot be read)"];
        }

        var after = Read(ours);
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, string> Read(ReadOnlyMemory<byte> archive)
    {
        Stream stream = new MemoryStream(archive.ToArray());
        if (archive.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            stream = new GZipStream(stream, CompressionMode.Decompress);
        }

        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            var path = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            // What we leave out may be in the other one, which makes no difference to who installs it.
            if (entry.EntryType != TarEntryType.Directory && path != PageName && Leftovers.In(path) is null)
            {
                contents[path] = Content(entry);
            }
        }

        return contents;
    }

    private static string Content(TarEntry entry)
    {
        if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
        {
            return $"link to {entry.LinkName}";
        }

        using var bytes = new MemoryStream();
        entry.DataStream?.CopyTo(bytes);
        return ContentDigest.Of(bytes.ToArray().AsSpan());
    }
}
