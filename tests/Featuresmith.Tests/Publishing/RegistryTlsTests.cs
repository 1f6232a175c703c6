using System.Security.Cryptography.X509Certificates;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Http;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

/// <summary>Registries whose certificate comes from an authority of their own.</summary>
public class RegistryTlsTests
{
    private TemporaryFolder folder = null!;
    private TestAuthority authority = null!;

    [SetUp]
    public void MakeAuthority()
    {
        folder = new TemporaryFolder();
        authority = new TestAuthority();
        folder.Write("ca.pem", authority.Pem);
    }

    [TearDown]
    public void RemoveAuthority()
    {
        authority.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task An_authority_that_is_named_is_trusted()
    {
        using var certificate = authority.Issue("localhost");
        await using var registry = await FaultRegistry.StartAsync(certificate);
        using var client = Open(registry, File("ca.pem"));
        var publisher = new FeaturePublisher(client, "owner/features");
        var plans = await publisher.PlanAsync([Artifacts.Feature("hello", "1.0.0")], default);
        (await publisher.PublishAsync(plans, new Silence(), default)).Fails.ShouldBeFalse();
        registry.Memory.Tags.Keys.ShouldContain(("owner/features/hello", "latest"));
    }

    [Test]
    public async Task An_authority_that_is_not_named_is_not_trusted_and_neither_is_another_one()
    {
        using var certificate = authority.Issue("localhost");
        using var other = new TestAuthority();
        folder.Write("other.pem", other.Pem);
        await ShouldRefuseAsync(certificate, null);
        await ShouldRefuseAsync(certificate, File("other.pem"));
    }

    [Test]
    public async Task A_certificate_for_another_name_or_of_another_time_is_refused_whoever_signed_it()
    {
        using var misnamed = authority.Issue("registry.example.test");
        await ShouldRefuseAsync(misnamed, File("ca.pem"));
        using var expired = authority.Issue("localhost", isExpired: true);
        await ShouldRefuseAsync(expired, File("ca.pem"));
    }

    private string File(string name) => Path.Combine(folder.Path, name);

    private static async Task ShouldRefuseAsync(X509Certificate2 certificate, string? authorities)
    {
        await using var registry = await FaultRegistry.StartAsync(certificate);
        using var client = Open(registry, authorities);
        var refused = await Should.ThrowAsync<RegistryException>(() =>
            client.TagsAsync("owner/features/hello", default)
        );
        refused.Message.ShouldContain("certificate");
        registry.Seen.ShouldBeEmpty();
    }

    // By name and with TLS, as no command line gives it: there this machine is spoken to in the clear.
    private static OciRegistry Open(FaultRegistry registry, string? authorities) =>
        new(
            new RegistryAddress(registry.Host.Replace("127.0.0.1", "localhost"), IsPlainHttp: false),
            new RegistryOptions
            {
                CertificateAuthorities = authorities,
                Retry = new RetryPolicy { Attempts = 1 },
            }
        );
}
