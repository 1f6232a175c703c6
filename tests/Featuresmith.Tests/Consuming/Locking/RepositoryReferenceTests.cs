using Featuresmith.Consuming.Locking;
using Featuresmith.Definitions;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming.Locking;

public class RepositoryReferenceTests
{
    private const string Digest = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    [TestCase("registry.example.test/owner/features/hello", "registry.example.test|owner/features/hello|latest|")]
    [TestCase("registry.example.test/owner/features/hello:1.2", "registry.example.test|owner/features/hello|1.2|")]
    [TestCase("localhost:5000/Owner/Hello:Beta", "localhost:5000|owner/hello|beta|")]
    [TestCase($"localhost:5000/owner/hello@{Digest}", $"localhost:5000|owner/hello||{Digest}")]
    [TestCase(
        "registry.example.test/devcontainers-contrib/features/x",
        "registry.example.test|devcontainers-extra/features/x|latest|"
    )]
    public void A_reference_is_read_as_the_CLI_reads_it(string text, string expected)
    {
        var reference = RepositoryReference.TryParse(text).ShouldNotBeNull();
        $"{reference.Host}|{reference.Repository}|{reference.Tag}|{reference.Digest}".ShouldBe(expected);
    }

    [TestCase("./local")]
    [TestCase("../local")]
    [TestCase("/absolute/local")]
    [TestCase("hello")]
    [TestCase("owner/repository/hello")]
    [TestCase("https://downloads.example.test/devcontainer-feature-hello.tgz")]
    [TestCase("registry.example.test/hello")]
    [TestCase("registry.example.test/owner//hello")]
    [TestCase("registry.example.test/owner/hello@sha256:12")]
    [TestCase("registry.example.test/owner/hello@sha512:12")]
    [TestCase("registry.example.test/owner/hello:")]
    [TestCase("registry.example.test/owner/hello:a b")]
    [TestCase("registry.example.test/owner/he__llo")]
    public void What_asks_no_registry_is_none(string text) => RepositoryReference.TryParse(text).ShouldBeNull();

    [TestCase("node", "/devcontainers/features/node:1")]
    [TestCase("golang", "/devcontainers/features/go:1")]
    [TestCase("common", "/devcontainers/features/common-utils:1")]
    public void A_short_form_is_spelled_out(string text, string end) =>
        RepositoryReference.Spelled(text).ShouldEndWith(end);

    [TestCase("./node")]
    [TestCase("registry.example.test/owner/node")]
    [TestCase("nobody-knows")]
    public void Everything_else_stands_for_itself(string text) => RepositoryReference.Spelled(text).ShouldBe(text);

    // As node-semver's "satisfies" answers.
    [TestCase("latest", "2.0.0-beta.1")]
    [TestCase("1", "1.10.0")]
    [TestCase("1.2", "1.2.3")]
    [TestCase("1.2.0", "1.2.0")]
    [TestCase("2", null)]
    [TestCase("2.0.0-beta.1", "2.0.0-beta.1")]
    [TestCase("1.1", null)]
    [TestCase("edge", null)]
    [TestCase("1.", null)]
    public void A_tag_means_the_newest_version_that_it_is_the_beginning_of(string tag, string? expected)
    {
        var versions = new[] { "1.2.0", "1.10.0", "0.9.0", "2.0.0-beta.1", "1.2.3" }
            .Select(version => SemanticVersion.TryParse(version)!)
            .OrderDescending()
            .ToList();
        VersionCheck.Newest(tag, versions)?.ToString().ShouldBe(expected);
    }
}
