using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Featuresmith.Tests.Publishing;

/// <summary>A certificate authority of one test, as a company has for its own registry.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 certificate;

    public TestAuthority()
    {
        var request = Request("Test authority", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        certificate = request.CreateSelfSigned(Now.AddYears(-3), Now.AddYears(10));
    }

    /// <summary>The authority's certificate, as people keep it in a file.</summary>
    public string Pem => certificate.ExportCertificatePem();

    /// <summary>A server's certificate.</summary>
    /// <param name="host">The name that it is for.</param>
    /// <param name="isExpired">Whether its time has passed.</param>
    public X509Certificate2 Issue(string host, bool isExpired = false)
    {
        using var own = RSA.Create(2048);
        var request = Request(host, own);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(
            certificate,
            Now.AddYears(-2),
            Now.AddYears(isExpired ? -1 : 5),
            RandomNumberGenerator.GetBytes(8)
        );
        return issued.CopyWithPrivateKey(own);
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private static CertificateRequest Request(string name, RSA key) =>
        new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
