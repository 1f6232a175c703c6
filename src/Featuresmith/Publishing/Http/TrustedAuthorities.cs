using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Featuresmith.Publishing.Http;

/// <summary>Certificate authorities of a file, trusted beside those of the system.</summary>
internal sealed class TrustedAuthorities
{
    private readonly X509Certificate2Collection authorities = [];

    /// <param name="file">Certificates in PEM.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">The file holds no certificate. The message says so.</exception>
    public TrustedAuthorities(string file)
    {
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (CryptographicException)
        {
            authorities.Clear();
        }

        if (authorities.Count == 0)
        {
            throw new FormatException($"{file} holds no certificate that can be read: it has to be in PEM");
        }
    }

    /// <summary>Whether a server's certificate is in order (a <see cref="RemoteCertificateValidationCallback"/>).</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        // A wrong name stays wrong whoever signed it.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 server)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.ExtraStore.AddRange(chain?.ChainPolicy.ExtraStore ?? []);
        // A private authority seldom publishes what it has revoked.
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return own.Build(server);
    }
}
