using Featuresmith.Publishing.Credentials;
using Featuresmith.Publishing.Http;

namespace Featuresmith.Publishing;

/// <summary>How a registry is spoken to.</summary>
public sealed record RegistryOptions
{
    /// <summary>Finds names, passwords and tokens.</summary>
    public RegistryCredentials Credentials { get; init; } = RegistryCredentials.None;

    /// <summary>Further hosts that may be given the registry's credentials in exchange for a token.</summary>
    public IReadOnlyList<string> AuthHosts { get; init; } = [];

    /// <summary>A file of certificate authorities (PEM) that are trusted beside those of the system; null for none.</summary>
    public string? CertificateAuthorities { get; init; }

    /// <summary>When and how often requests are repeated.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>How long one attempt may take; what is sent or received adds to it, at 32 KiB a second.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Blobs larger than this are sent in chunks of this size, so that a broken connection costs one of them.</summary>
    public int ChunkSize { get; init; } = 8 * 1024 * 1024;

    /// <summary>Receives one line a request, without headers and queries; null where nobody wants them.</summary>
    public Action<string>? Log { get; init; }
}
