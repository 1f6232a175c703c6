namespace Featuresmith.Publishing.Credentials;

/// <summary>FEATURESMITH_USERNAME and FEATURESMITH_PASSWORD, for the registry that is published to and no other.</summary>
/// <param name="registry">That registry.</param>
/// <param name="environment">Reads an environment variable.</param>
public sealed class VariableCredentials(string registry, Func<string, string?> environment) : ICredentialSource
{
    /// <summary>The variable with the name; may be left out where a token alone is enough.</summary>
    public const string UserVariable = "FEATURESMITH_USERNAME";

    /// <summary>The variable with the password or token.</summary>
    public const string PasswordVariable = "FEATURESMITH_PASSWORD";

    public Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation) =>
        Task.FromResult(
            host == registry && environment(PasswordVariable) is { Length: > 0 } password
                ? new RegistryCredential(
                    environment(UserVariable) is { Length: > 0 } user ? user : "token",
                    password,
                    IsIdentityToken: false,
                    PasswordVariable
                )
                : null
        );
}
