using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Featuresmith.Packaging;

/// <summary>The devcontainer-feature.json in a Feature's archive.</summary>
public static class ArchivedMetadata
{
    // RFC 1952, 2.3.1. Archives that the devcontainers CLI packs are not compressed, whatever their name; it reads both.
    private static ReadOnlySpan<byte> GzipMark => [0x1f, 0x8b];

    /// <summary>Reads it.</summary>
    /// <param name="archive">A tar, compressed with gzip or not.</param>
    /// <returns>The text; null where the archive has none or is damaged.</returns>
    public static string? Read(byte[] archive)
    {
        try
        {
            using var bytes = new MemoryStream(archive);
            using var plain = archive.AsSpan().StartsWith(GzipMark) ? Unzipped(bytes) : bytes;
            using var tar = new TarReader(plain);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.Name.TrimStart('.', '/') == FeaturePackager.MetadataName && entry.DataStream is { } data)
                {
                    using var reader = new StreamReader(data, Encoding.UTF8);
                    return reader.ReadToEnd();
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        return null;
    }

    private static MemoryStream Unzipped(Stream compressed)
    {
        using var gzip = new GZipStream(compressed, CompressionMode.Decompress);
        var plain = new MemoryStream();
        gzip.CopyTo(plain);
        plain.Position = 0;
        return plain;
    }
}
