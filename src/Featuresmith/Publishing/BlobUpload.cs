using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>A blob on its way into a repository.</summary>
/// <param name="Repository">Where it goes.</param>
/// <param name="Blob">Its digest and size.</param>
/// <param name="Bytes">Its content.</param>
public sealed record BlobUpload(string Repository, OciDescriptor Blob, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A repository of the same registry that has the blob, from which it can be mounted; null where none is known.</summary>
    public string? MountFrom { get; init; }

    /// <summary>Whether the repository is known to be empty, so that asking whether the blob is there is a wasted round trip.</summary>
    public bool IsFirst { get; init; }
}
