namespace Featuresmith.Publishing.Credentials;

/// <summary>What proves to a registry who asks.</summary>
/// <param name="User">The name; empty for an identity token.</param>
/// <param name="Secret">The password or token.</param>
/// <param name="IsIdentityToken">Whether the secret is an OAuth2 refresh token, which is exchanged and never sent with requests.</param>
/// <param name="Origin">Where it was found, for messages.</param>
public sealed record RegistryCredential(string User, string Secret, bool IsIdentityToken, string Origin)
{
    /// <summary>The name under which docker and its helpers keep identity tokens.</summary>
    public const string TokenUser = "<token>";

    /// <summary>Never the secret: records are printed without thinking.</summary>
    public override string ToString() => $"credential of {Origin}";
}
