using System.Text;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Credentials;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

public class RegistryCredentialsTests
{
    private const string Host = "registry.example.test:5000";

    private TemporaryFolder folder = null!;
    private Dictionary<string, string> environment = null!;

    [SetUp]
    public void MakeHome()
    {
        folder = new TemporaryFolder();
        environment = new Dictionary<string, string> { ["HOME"] = folder.Path };
    }

    [TearDown]
    public void RemoveHome() => folder.Dispose();

    [Test]
    public async Task Nothing_is_found_in_an_empty_home() => (await FindAsync()).ShouldBeNull();

    [Test]
    public async Task Our_own_variables_count_first_and_for_one_registry_only()
    {
        Docker($$"""{ "auths": { "{{Host}}": { "auth": "{{Encode("docker:1")}}" } } }""");
        environment["FEATURESMITH_USERNAME"] = "me";
        environment["FEATURESMITH_PASSWORD"] = "pw";
        (await FindAsync()).ShouldBe("me:pw");
        (await FindAsync("other.example.test")).ShouldBeNull();
    }

    [Test]
    public async Task The_variable_of_the_devcontainers_CLI_is_read()
    {
        environment["DEVCONTAINERS_OCI_AUTH"] = $"other.example.test|a|b,{Host}|me|to|ken";
        (await FindAsync()).ShouldBe("me:to|ken");
    }

    [TestCase("registry.example.test:5000")]
    [TestCase("https://registry.example.test:5000")]
    [TestCase("https://registry.example.test:5000/v1/")]
    public async Task Docker_writes_a_registry_in_several_ways(string key)
    {
        Docker($$"""{ "auths": { "{{key}}": { "auth": "{{Encode("me:p:w")}}" } } }""");
        (await FindAsync()).ShouldBe("me:p:w");
    }

    [Test]
    public async Task The_longest_path_counts()
    {
        Docker(
            $$"""
            { "auths": {
              "{{Host}}": { "auth": "{{Encode("host:1")}}" },
              "{{Host}}/owner": { "auth": "{{Encode("owner:2")}}" },
              "{{Host}}/owner/features": { "auth": "{{Encode("features:3")}}" }
            } }
            """
        );
        (await FindAsync()).ShouldBe("features:3");
        (await FindAsync(repository: "owner/other")).ShouldBe("owner:2");
        (await FindAsync(repository: "owners/features")).ShouldBe("host:1");
    }

    [Test]
    public async Task An_identity_token_is_known_as_one()
    {
        Docker($$"""{ "auths": { "{{Host}}": { "auth": "{{Encode("x:")}}", "identitytoken": "refresh" } } }""");
        var found = await Credentials().FindAsync(Host, "owner/features/hello", default);
        found.ShouldNotBeNull().IsIdentityToken.ShouldBeTrue();
        found.Secret.ShouldBe("refresh");
        found.ToString().ShouldNotContain("refresh");
    }

    [Test]
    public async Task Podmans_file_is_read_behind_dockers()
    {
        folder.Write(
            "run/containers/auth.json",
            $$"""{ "auths": { "{{Host}}/owner": { "auth": "{{Encode("podman:1")}}" } } }"""
        );
        environment["XDG_RUNTIME_DIR"] = Path.Combine(folder.Path, "run");
        (await FindAsync()).ShouldBe("podman:1");
        Docker($$"""{ "auths": { "{{Host}}": { "auth": "{{Encode("docker:1")}}" } } }""");
        (await FindAsync()).ShouldBe("docker:1");
    }

    [Test]
    public async Task GITHUB_TOKEN_is_for_GitHubs_registry_alone()
    {
        environment["GITHUB_TOKEN"] = "token";
        (await FindAsync(ArtifactTypes.GitHubRegistry)).ShouldBe("USERNAME:token");
        (await FindAsync()).ShouldBeNull();
        environment["GITHUB_HOST"] = "github.example.test";
        (await FindAsync(ArtifactTypes.GitHubRegistry)).ShouldBeNull();
    }

    [TestCase("not json s3cret")]
    [TestCase("{ \"auths\": { \"registry.example.test:5000\": { \"auth\": \"s3cret!\" } } }")]
    [TestCase("{ \"auths\": { \"registry.example.test:5000\": { \"auth\": \"czNjcmV0\" } } }")]
    [TestCase("{ \"credsStore\": \"no-such-helper-s3cret\" }")]
    [TestCase("{ \"credsStore\": \"../../bin/s3cret\" }")]
    public async Task A_file_that_cannot_be_used_is_told_by_name_and_the_others_are_asked(string content)
    {
        Docker(content);
        environment["REGISTRY_AUTH_FILE"] = folder.Write(
            "auth.json",
            $$"""{ "auths": { "{{Host}}": { "auth": "{{Encode("a:b")}}" } } }"""
        );
        var credentials = Credentials();
        (await credentials.FindAsync(Host, "owner/features/hello", default)).ShouldNotBeNull().Secret.ShouldBe("b");
        credentials.Problems.ShouldHaveSingleItem();
    }

    [Test]
    [Platform("Linux", Reason = "the helper is a script of sh")]
    public async Task A_helper_is_asked_on_its_stdin()
    {
        var helper = folder.Write(
            "bin/docker-credential-fsm-test",
            "#!/bin/sh\nread -r host\nprintf '{\"Username\":\"<token>\",\"Secret\":\"for %s\"}' \"$host\"\n"
        );
        File.SetUnixFileMode(helper, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Docker($$"""{ "credHelpers": { "{{Host}}": "fsm-test" } }""");
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            Environment.SetEnvironmentVariable("PATH", $"{Path.Combine(folder.Path, "bin")}:{path}");
            var found = await Credentials().FindAsync(Host, "owner/features/hello", default);
            found.ShouldNotBeNull().Secret.ShouldBe($"for {Host}");
            found.IsIdentityToken.ShouldBeTrue();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [TestCase("localhost:5000", true)]
    [TestCase("127.0.0.1", true)]
    [TestCase("127.8.9.10:80", true)]
    [TestCase("[::1]:5000", true)]
    [TestCase("registry.example.test", false)]
    [TestCase("localhost.example.test", false)]
    [TestCase("127.0.0.1.example.test", false)]
    [TestCase("[::2]:5000", false)]
    public void Only_this_machine_is_spoken_to_in_the_clear(string host, bool plain)
    {
        RegistryAddress.Parse(host, plainHttp: false).IsPlainHttp.ShouldBe(plain);
        RegistryAddress.Parse(host, plainHttp: true).IsPlainHttp.ShouldBeTrue();
    }

    [TestCase("")]
    [TestCase("https://registry.example.test")]
    [TestCase("registry.example.test/owner")]
    [TestCase("user@registry.example.test")]
    [TestCase("registry.example.test:")]
    [TestCase("registry.example.test?x")]
    [TestCase("-r")]
    public void What_is_no_host_is_refused(string text) =>
        Should
            .Throw<FormatException>(() => RegistryAddress.Parse(text, plainHttp: false))
            .Message.ShouldContain("is no registry");

    private void Docker(string content) => folder.Write(".docker/config.json", content);

    private static string Encode(string pair) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));

    private RegistryCredentials Credentials() =>
        RegistryCredentials.Standard(Host, name => environment.GetValueOrDefault(name));

    private async Task<string?> FindAsync(string host = Host, string repository = "owner/features") =>
        await Credentials().FindAsync(host, repository, default) is { } found ? $"{found.User}:{found.Secret}" : null;
}
