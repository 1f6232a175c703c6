namespace Featuresmith.Publishing.Credentials;

/// <summary>DEVCONTAINERS_OCI_AUTH, "host|user|token,host2|user2|token2" (devcontainers CLI, httpOCIRegistry.ts).</summary>
/// <param name="environment">Reads an environment variable.</param>
public sealed class DevContainersVariable(Func<string, string?> environment) : ICredentialSource
{
    private const string Name = "DEVCONTAINERS_OCI_AUTH";

    public Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation)
    {
        var entries = (environment(Name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var fitting = entries
            .Select(entry => entry.Trim().Split('|', 3))
            .FirstOrDefault(parts => parts is [var name, _, { Length: > 0 }] && name == host);
        return Task.FromResult(
            fitting is null ? null : new RegistryCredential(fitting[1], fitting[2], IsIdentityToken: false, Name)
        );
    }
}
