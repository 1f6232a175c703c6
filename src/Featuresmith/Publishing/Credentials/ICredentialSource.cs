namespace Featuresmith.Publishing.Credentials;

/// <summary>A place where credentials are kept.</summary>
public interface ICredentialSource
{
    /// <summary>The credential for a repository of a registry; null where this place has none.</summary>
    /// <param name="host">The registry, with its port where it has one.</param>
    /// <param name="repository">The path of the repository.</param>
    /// <param name="cancellation">Ends a helper program.</param>
    /// <exception cref="CredentialException">The place is there and cannot be read.</exception>
    Task<RegistryCredential?> FindAsync(string host, string repository, CancellationToken cancellation);
}
