using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>
/// A folder that is a registry of its own (OCI image specification, "Image Layout"): no server is needed, and "publish --from" brings
/// it to one later. Many repositories share it; the name of each manifest is "repository:tag".
/// </summary>
/// <param name="folder">The folder; it is made where it is missing.</param>
public sealed class OciLayout(string folder) : IArtifactStore
{
    /// <summary>What marks a folder as a target of "-r" and "--from".</summary>
    public const string Prefix = "oci-layout:";

    internal const string RefName = "org.opencontainers.image.ref.name";

    private readonly LayoutIndex index = new(folder);

    public string Name => Prefix + folder;

    public string Host => "";

    /// <summary>Every repository with its tags and their digests.</summary>
    /// <exception cref="RegistryException">The folder is no layout.</exception>
    public IReadOnlyList<(string Repository, string Tag, string Digest)> References() =>
        [
            .. index
                .Read()
                .Select(entry => (Name: (string?)entry["annotations"]?[RefName], Digest: (string?)entry["digest"]))
                .Where(entry => entry is { Name: not null, Digest: not null } && entry.Name.Contains(':'))
                .Select(entry =>
                    (
                        entry.Name![..entry.Name!.LastIndexOf(':')],
                        entry.Name[(entry.Name.LastIndexOf(':') + 1)..],
                        entry.Digest!
                    )
                ),
        ];

    public Task<IReadOnlyList<string>> TagsAsync(string repository, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. References().Where(reference => reference.Repository == repository).Select(reference => reference.Tag),
        ]);

    public Task<string?> DigestAsync(string repository, string reference, CancellationToken cancellation) =>
        Task.FromResult(Digest(repository, reference));

    public async Task<PublishedManifest?> ManifestAsync(
        string repository,
        string reference,
        CancellationToken cancellation
    )
    {
        if (Digest(repository, reference) is not { } digest)
        {
            return null;
        }

        var bytes = await ReadAsync(digest, cancellation);
        return new PublishedManifest(digest, ArtifactTypes.Manifest, bytes);
    }

    public Task<byte[]> BlobAsync(string repository, OciDescriptor blob, CancellationToken cancellation) =>
        ReadAsync(blob.Digest, cancellation);

    public async Task PushBlobAsync(BlobUpload upload, Action<long> sent, CancellationToken cancellation)
    {
        await StoreAsync(upload.Blob.Digest, upload.Bytes, cancellation);
        sent(upload.Bytes.Length);
    }

    public async Task<bool> PushManifestAsync(ManifestUpload upload, CancellationToken cancellation)
    {
        var digest = ContentDigest.Of(upload.Bytes.Span);
        await StoreAsync(digest, upload.Bytes, cancellation);
        var entry = new JsonObject
        {
            ["mediaType"] = upload.MediaType,
            ["digest"] = digest,
            ["size"] = upload.Bytes.Length,
        };
        var name = $"{upload.Repository}:{upload.Reference}";
        if (upload.Reference != digest)
        {
            entry["annotations"] = new JsonObject { [RefName] = name };
        }

        index.Put(entry, other => upload.Reference == digest ? IsUnnamed(other, digest) : IsNamed(other, name));
        // Whoever reads a layout finds what refers to what by looking at all manifests.
        return true;
    }

    private static bool IsNamed(JsonObject entry, string name) => (string?)entry["annotations"]?[RefName] == name;

    private static bool IsUnnamed(JsonObject entry, string digest) =>
        (string?)entry["digest"] == digest && entry["annotations"] is null;

    private string? Digest(string repository, string reference) =>
        ContentDigest.IsDigest(reference)
            ? index.Read().Any(entry => (string?)entry["digest"] == reference)
                ? reference
                : null
            : References().FirstOrDefault(known => known.Repository == repository && known.Tag == reference).Digest;

    private string BlobPath(string digest) =>
        Path.Combine(folder, "blobs", ContentDigest.Algorithm, ContentDigest.Hex(digest));

    private async Task<byte[]> ReadAsync(string digest, CancellationToken cancellation)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(BlobPath(digest), cancellation);
            return ContentDigest.Of(bytes) == digest
                ? bytes
                : throw RegistryException.Unexpected(BlobPath(digest), "does not hold what its name says");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw RegistryException.Unexpected(Name, $"lacks the blob {digest}");
        }
    }

    private async Task StoreAsync(string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = BlobPath(digest);
        if (new FileInfo(path) is { Exists: true } there && there.Length == bytes.Length)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, cancellation);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
