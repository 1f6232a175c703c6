using System.CommandLine;
using Featuresmith.Consuming.Locking;
using Featuresmith.Publishing;

namespace Featuresmith.Cli.Commands;

/// <summary>Opens the registries that a devcontainer.json names, with the flags that say how.</summary>
internal sealed class FeatureSourceFlags
{
    private readonly ConnectionFlags connection = new();

    private readonly Option<string?> registry = new("--registry", "-r")
    {
        Description =
            "The registry that FEATURESMITH_USERNAME and FEATURESMITH_PASSWORD are for; others never see them",
        HelpName = "HOST",
    };

    public void AddTo(Command command)
    {
        command.Add(registry);
        connection.AddTo(command);
    }

    /// <summary>The registries. With --offline the first that has to be asked is a usage error.</summary>
    public FeatureSources Read(ParseResult parsed) =>
        new(host => Open(parsed, host), (address, cancellation) => DownloadAsync(parsed, address, cancellation));

    private OciRegistry Open(ParseResult parsed, string host)
    {
        RefuseOffline(parsed, host);
        return connection.Open(parsed, host, passwordIsFor: parsed.GetValue(registry) ?? "");
    }

    private async Task<byte[]> DownloadAsync(ParseResult parsed, string address, CancellationToken cancellation)
    {
        RefuseOffline(parsed, address);
        using var client = new HttpClient { Timeout = connection.Options(parsed, "").Timeout };
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
