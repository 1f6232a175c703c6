using System.Collections.Concurrent;

namespace Featuresmith.Publishing.Credentials;

/// <summary>Looks for credentials in several places; the first that has one counts.</summary>
/// <param name="sources">The places, in order.</param>
public sealed class RegistryCredentials(IReadOnlyList<ICredentialSource> sources)
{
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<RegistryCredential?>>> found = new();
    private readonly ConcurrentDictionary<string, bool> problems = new(StringComparer.Ordinal);

    /// <summary>No credentials at all: everything is asked for as anybody would.</summary>
    public static RegistryCredentials None { get; } = new([]);

    /// <summary>Places that could not be read, each in a sentence.</summary>
    public IReadOnlyCollection<string> Problems => [.. problems.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// The places in the order of the devcontainers CLI (httpOCIRegistry.ts, getCredential), with our own variables in front and
    /// podman's file behind docker's.
    /// </summary>
    /// <param name="registry">The registry that our own variables are meant for.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static RegistryCredentials Standard(string registry, Func<string, string?> environment) =>
        new([
            new VariableCredentials(registry, environment),
            new DevContainersVariable(environment),
            .. AuthFile.Known(environment),
            new GitHubToken(environment),
        ]);

    /// <summary>The credential for a repository, or null.</summary>
    public Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation) =>
        found.GetOrAdd((host, repository), _ => new(() => SearchAsync(host, repository, cancellation))).Value;

    private async Task<RegistryCredential?> SearchAsync(string host, string repository, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            try
            {
                if (await source.FindAsync(host, repository, cancellation) is { } credential)
                {
                    return credential;
                }
            }
            catch (CredentialException exception)
            {
                // Another place may have it; if none does, the refusal that follows is told together with this.
                problems.TryAdd(exception.Message, true);
            }
        }

        return null;
    }
}
