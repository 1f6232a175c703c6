using Featuresmith.Packaging;

namespace Featuresmith.Publishing.Credentials;

/// <summary>
/// GITHUB_TOKEN, which workflows have, for GitHub's registry alone; not where GITHUB_HOST says that the token is another server's
/// (devcontainers CLI, httpOCIRegistry.ts).
/// </summary>
/// <param name="environment">Reads an environment variable.</param>
public sealed class GitHubToken(Func<string, string?> environment) : ICredentialSource
{
    private const string Name = "GITHUB_TOKEN";

    public Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation)
    {
        var server = environment("GITHUB_HOST");
        return Task.FromResult(
            host == ArtifactTypes.GitHubRegistry
            && (string.IsNullOrEmpty(server) || server == "github.com")
            && environment(Name) is { Length: > 0 } token
                ? new RegistryCredential("USERNAME", token, IsIdentityToken: false, Name)
                : null
        );
    }
}
