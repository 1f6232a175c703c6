using Featuresmith.Cli;
using Featuresmith.Tests.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

/// <summary>A registry that is not this machine: a proxy of the test leads to it, in a process that has its own environment.</summary>
[Platform("Linux")]
public class RemoteRegistryTests
{
    private const string Remote = "registry.example.test";
    private const string Secret = "hunter2";

    private SmallRepository repository = null!;

    [SetUp]
    public async Task MakeRepositoryAsync()
    {
        repository = new SmallRepository();
        (await repository.GenerateAsync()).Code.ShouldBe(ExitCode.Clean);
    }

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [Test]
    public async Task It_is_spoken_to_in_the_clear_only_where_that_is_asked_for_and_told_no_secret()
    {
        await using var registry = await FaultRegistry.StartAsync();
        var run = await PublishAsync(Proxies($"http://{registry.Host}"), Remote, "--plain-http", "--verify");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        registry.Memory.Tags.Keys.ShouldContain(("small/features/hello", "latest"));
        registry.Seen.ShouldAllBe(request => request.Host == Remote && request.Authorization == "");

        registry.Forget();
        registry.Fault = context =>
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"test\"";
            return Task.FromResult(true);
        };
        var asked = await PublishAsync(Proxies($"http://{registry.Host}"), Remote, "--plain-http");
        asked.Code.ShouldBe(ExitCode.Refused);
        asked.Output.ShouldContain("asks for a password over plain HTTP; it is not sent");
        $"{asked.Output}{asked.Error}".ShouldNotContain(Secret);
        registry.Seen.ShouldAllBe(request => request.Authorization == "");
    }

    [Test]
    public async Task It_is_spoken_to_with_TLS_and_a_private_authority_through_a_proxy()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue(Remote);
        await using var registry = await FaultRegistry.StartAsync(certificate);
        await using var proxy = new ConnectProxy(registry.Host);
        var file = repository.Folder.Write("ca.pem", authority.Pem);
        var run = await PublishAsync(Proxies(proxy.Url), Remote, "--ca-file", file, "--verify");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        registry.Memory.Tags.Keys.ShouldContain(("small/features/hello", "latest"));
        proxy.Asked.ShouldAllBe(asked => asked == $"{Remote}:443");

        var untrusted = await PublishAsync(Proxies(proxy.Url), Remote);
        untrusted.Code.ShouldBe(ExitCode.Refused);
        untrusted.Output.ShouldContain("certificate");
    }

    [TestCase(null, "Could not find file")]
    [TestCase("", "holds no certificate")]
    [TestCase("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds no certificate")]
    public async Task A_file_without_authorities_is_a_wrong_command_line(string? content, string reason)
    {
        var file = Path.Combine(repository.Folder.Path, "ca.pem");
        if (content is not null)
        {
            repository.Folder.Write("ca.pem", content);
        }

        var run = await CommandLine.RunAsync("publish", repository.Folder.Path, "-r", Remote, "--ca-file", file);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(reason);
    }

    [Test]
    public async Task No_proxy_stands_in_front_of_this_machine()
    {
        await using var registry = await FaultRegistry.StartAsync();
        var run = await PublishAsync(Proxies("http://proxy.example.test:1"), registry.Host);
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
    }

    private Task<CommandLine> PublishAsync(
        IReadOnlyDictionary<string, string> environment,
        string registry,
        params string[] more
    ) => ProgramProcess.RunAsync(environment, ["publish", repository.Folder.Path, "-r", registry, .. more]);

    private static Dictionary<string, string> Proxies(string url) =>
        new()
        {
            ["http_proxy"] = url,
            ["HTTP_PROXY"] = url,
            ["https_proxy"] = url,
            ["HTTPS_PROXY"] = url,
            ["all_proxy"] = "",
            ["ALL_PROXY"] = "",
            ["no_proxy"] = "",
            ["NO_PROXY"] = "",
            ["DEVCONTAINERS_OCI_AUTH"] = $"{Remote}|me|{Secret}",
        };
}
