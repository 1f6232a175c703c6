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
    // What a registry bears from one client without refusing.
    private const int Most = 8;

    private readonly Dictionary<string, IArtifactSource> sources = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turns = new(Most);

    /// <summary>The registry of a host.</summary>
    public IArtifactSource Open(string host)
    {
        lock (sources)
        {
            if (!sources.TryGetValue(host, out var source))
            {
                sources[host] = source = open(host);
            }

            return source;
        }
    }

    /// <summary>Asks about several things side by side.</summary>
    /// <param name="items">The things.</param>
    /// <param name="ask">Asks about one.</param>
    /// <returns>The answers in the order of the things. Of several failures the first thing's is thrown.</returns>
    internal async Task<IReadOnlyList<TResult>> EachAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, Task<TResult>> ask
    )
    {
        return await Task.WhenAll(items.Select(InTurnAsync));

        async Task<TResult> InTurnAsync(TItem item)
        {
            await turns.WaitAsync();
            try
            {
                return await ask(item);
            }
            finally
            {
                turns.Release();
            }
        }
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

        turns.Dispose();
    }
}
