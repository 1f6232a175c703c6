using System.CommandLine;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Credentials;
using Featuresmith.Publishing.Http;

namespace Featuresmith.Cli.Commands;

/// <summary>The flags that say how registries are spoken to, whichever they are.</summary>
internal sealed class ConnectionFlags
{
    private readonly Option<bool> plainHttp = new("--plain-http")
    {
        Description =
            "Speak to the registry without TLS, as is always done with this machine; no secret is sent that way",
    };

    private readonly Option<FileInfo?> authorities = new("--ca-file")
    {
        Description = "Certificate authorities (PEM) to trust beside those of the system",
        HelpName = "FILE",
    };

    private readonly Option<string[]> authHosts = new("--auth-host")
    {
        Description = "A further host that may be sent the registry's credentials in exchange for a token",
        HelpName = "HOST",
    };

    private readonly Option<int> timeout = new("--timeout")
    {
        Description = "Seconds that one request may take, beside the time for what it carries",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { plainHttp, authorities, authHosts, timeout })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether TLS is left out although the registry is another machine.</summary>
    public bool IsPlainHttp(ParseResult parsed) => parsed.GetValue(plainHttp);

    /// <summary>A registry that a file names, which is somebody else's: the password in our variables is for the one that the person names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">The registry.</param>
    /// <param name="passwordIsFor">The registry that the person names; empty for none.</param>
    /// <exception cref="UsageException">The host is not well written.</exception>
    public OciRegistry Open(ParseResult parsed, string host, string passwordIsFor)
    {
        try
        {
            return new OciRegistry(
                RegistryAddress.Parse(host, IsPlainHttp(parsed)),
                Options(parsed, passwordIsFor) with
                {
                    Retry = new RetryPolicy { Attempts = 2 },
                }
            );
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>How a registry is spoken to.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="registry">The registry that FEATURESMITH_USERNAME and FEATURESMITH_PASSWORD are meant for.</param>
    public RegistryOptions Options(ParseResult parsed, string registry) =>
        new()
        {
            Credentials = RegistryCredentials.Standard(registry.ToLowerInvariant(), Environment.GetEnvironmentVariable),
            AuthHosts = parsed.GetValue(authHosts) ?? [],
            CertificateAuthorities = parsed.GetValue(authorities)?.FullName,
            Timeout = TimeSpan.FromSeconds(Math.Max(1, parsed.GetValue(timeout))),
            Log = parsed.IsVerbose() ? TextWriter.Synchronized(parsed.InvocationConfiguration.Error).WriteLine : null,
        };
}
