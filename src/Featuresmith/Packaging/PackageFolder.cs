using Featuresmith.Sources;

namespace Featuresmith.Packaging;

/// <summary>The folder that "package" fills, with the file names of the devcontainers CLI.</summary>
/// <param name="path">The folder.</param>
public sealed class PackageFolder(string path)
{
    /// <summary>Whether there is anything in the folder already.</summary>
    public bool IsTaken =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>Removes what earlier packaging left, and nothing else: the folder may be anybody's.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public void Clean()
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        var archives = Directory.EnumerateFiles(path, FeatureArchive.FileName("*"));
        foreach (var file in archives.Append(Path.Combine(path, CollectionMetadata.FileName)).ToList())
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes one archive a Feature, and the collection's metadata last.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(PackedCollection collection)
    {
        Directory.CreateDirectory(path);
        SideBySide.Select(
            collection.Features,
            feature => Write(feature.Artifact.Layer.Title!, feature.Artifact.Archive.Span)
        );
        Write(
            CollectionMetadata.FileName,
            CollectionMetadata.Write(collection.Features.Select(feature => feature.Artifact.Metadata.Syntax))
        );
    }

    // Whole or not at all: a name appears once its bytes are there.
    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(path, name);
        var temporary = Path.Combine(path, $".{name}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, file, overwrite: true);
            return file;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
