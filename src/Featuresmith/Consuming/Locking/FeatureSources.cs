using Featuresmith.Publishing;

namespace Featuresmith.Consuming.Locking;

/// <summary>The registries that a devcontainer.json names, each opened once, and archives at an address.</summary>
/// <param name="open">Opens a registry by its host.</param>
/// <param name="download">Fetches an archive.</param>
public sealed class FeatureSources(
    Func<string, IArtifactSource> open,
    Func<string, CancellationToken, Task<byte[]>> download
) : IDisposable
{
    private readonly Dictionary<string, IArtifactSource> sources = new(StringComparer.Ordinal);

    /// <summary>The registry of a host.</summary>
    public IArtifactSource Open(string host)
    {
        if (!sources.TryGetValue(host, out var source))
        {
            sources[host] = source = open(host);
        }

        return source;
    }

    /// <summary>The bytes at an address.</summary>
    /// <exception cref="RegistryException">They are not to be had.</exception>
    public Task<byte[]> DownloadAsync(string address, CancellationToken cancellation) =>
        download(address, cancellation);

    public void Dispose()
    {
        foreach (var source in sources.Values.OfType<IDisposable>())
        {
            source.Dispose();
        }
    }
}
