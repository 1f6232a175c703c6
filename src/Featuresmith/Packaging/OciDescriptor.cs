namespace Featuresmith.Packaging;

/// <summary>What a manifest says of one blob (OCI image specification, descriptor).</summary>
/// <param name="MediaType">What the bytes are.</param>
/// <param name="Digest">Their digest.</param>
/// <param name="Size">How many bytes.</param>
/// <param name="Title">The annotation org.opencontainers.image.title, a file name; null where there is none.</param>
public sealed record OciDescriptor(string MediaType, string Digest, long Size, string? Title = null);
