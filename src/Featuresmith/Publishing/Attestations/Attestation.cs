namespace Featuresmith.Publishing.Attestations;

/// <summary>A document about a published artifact.</summary>
/// <param name="MediaType">What the document is.</param>
/// <param name="Title">A file name for it.</param>
/// <param name="Bytes">The document.</param>
public sealed record Attestation(string MediaType, string Title, byte[] Bytes);
