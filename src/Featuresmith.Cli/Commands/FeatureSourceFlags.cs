using System.CommandLine;
using Featuresmith.Consuming.Locking;
using Featuresmith.Publishing;

namespace Featuresmith.Cli.Commands;

/// <summary>Opens the registries that a devcontainer.json names, with the flags that say how.</summary>
internal sealed class FeatureSourceFlags
{
    private readonly ConnectionFlags connection = new();

    public void AddTo(Command command) => connection.AddTo(command);

    /// <summary>The registries. With --offline the first that has to be asked is a usage error.</summary>
    public FeatureSources Read(ParseResult parsed) =>
        new(host => Open(parsed, host), (address, cancellation) => DownloadAsync(parsed, address, cancellation));

    private OciRegistry Open(ParseResult parsed, string host)
    {
        RefuseOffline(parsed, host);
        try
        {
            return new OciRegistry(
                RegistryAddress.Parse(host, connection.IsPlainHttp(parsed)),
                connection.Options(parsed, host)
            );
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private async Task<byte[]> DownloadAsync(ParseResult parsed, string address, CancellationToken cancellation)
    {
        RefuseOffline(parsed, address);
        using var client = new HttpClient { Timeout = connection.Options(parsed, address).Timeout };
        try
        {
            return await client.GetByteArrayAsync(new Uri(address), cancellation);
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw RegistryException.Unreachable(HttpMethod.Get, new Uri(address), exception.Message, exception);
        }
    }

    private static void RefuseOffline(ParseResult parsed, string place)
    {
        if (parsed.IsOffline())
        {
            throw new UsageException($"{place} would have to be asked, and is not with --offline");
        }
    }
}
