namespace Featuresmith.Publishing;

/// <summary>A manifest on its way into a repository.</summary>
/// <param name="Repository">Where it goes.</param>
/// <param name="Reference">The tag, or the manifest's own digest.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record ManifestUpload(string Repository, string Reference, string MediaType, ReadOnlyMemory<byte> Bytes);
