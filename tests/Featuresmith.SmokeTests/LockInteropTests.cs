using System.Text;
using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>The lock file next to the one that the devcontainers CLI writes for the same configuration and registry.</summary>
[NonParallelizable]
public class LockInteropTests
{
    private const string Namespace = "owner/features";

    private readonly ProcessRunner process = new(null);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("featuresmith-lock-");
    private LocalRegistry registry = null!;
    private string pinned = null!;

    // R stands for the registry and the namespace, D for a digest.
    public static IEnumerable<TestCaseData> Configurations =>
        [
            Case("a major version", ".devcontainer/devcontainer.json", """{ "features": { "R/hello:1": {} } }"""),
            Case("no version, from the hidden file", ".devcontainer.json", """{ "features": { "R/hello": "1" } }"""),
            Case("a digest", ".devcontainer/devcontainer.json", """{ "features": { "R/hello@D": true } }"""),
            Case(
                "one Feature in several versions and spellings",
                ".devcontainer/devcontainer.json",
                """{ "features": { "R/hello:1.0": {}, "R/hello:1": {}, "R/Hello:2": { "x": "1" }, "R/hello:1.1.0": { "x": "2" } } }"""
            ),
            Case(
                "the same by other names",
                ".devcontainer/devcontainer.json",
                """{ "features": { "R/old-leaf:1": {}, "R/leaf:1": {}, "R/leaf:1.0": {} } }"""
            ),
            Case(
                "the same with other options",
                ".devcontainer/devcontainer.json",
                """{ "features": { "R/old-leaf:1": { "a": "b" }, "R/leaf": { "a": true }, "R/leaf:1": { "a": "c", "d": "" } } }"""
            ),
            Case(
                "dependencies, theirs, and what is asked for too",
                ".devcontainer/devcontainer.json",
                """{ "features": { "R/top:0": {}, "R/leaf": {}, "R/mid:0": {} } }"""
            ),
            Case(
                "a folder that depends",
                ".devcontainer/devcontainer.json",
                """{ "features": { "./local": {}, "R/hello:2": {} } }"""
            ),
            Case(
                "names that sort by more than their characters",
                ".devcontainer/devcontainer.json",
                """{ "features": { "R/ab": {}, "R/a-b": {}, "R/a_b": {}, "R/a.b": {}, "R/a1": {}, "R/a10": {}, "R/a2": {}, "R/B": {}, "R/abc:1": {}, "R/abc": {} } }"""
            ),
            Case(
                "comments, CRLF, a byte order mark, a key twice, trailing commas",
                ".devcontainer.json",
                "\uFEFF{\r\n  // why\r\n  \"features\": {\r\n    \"R/leaf:1\": {}, /* x */\r\n    \"R/hello:1\": {},\r\n    \"R/leaf:1\": { \"a\": \"b\" },\r\n  },\r\n}\r\n"
            ),
            Case(
                "a prerelease, by name only",
                ".devcontainer/devcontainer.json",
                """{ "features": { "R/hello:3.0.0-beta.1": {}, "R/hello": {} } }"""
            ),
        ];

    [OneTimeSetUp]
    public async Task PublishAsync()
    {
        registry = await LocalRegistry.StartAsync();
        try
        {
            await DevContainerCli.VersionAsync(CancellationToken.None);
        }
        catch (EnvironmentLackException lack)
        {
            Assert.Ignore(lack.Message);
        }

        foreach (var version in new[] { "1.0.0", "1.1.0", "2.0.0", "3.0.0-beta.1" })
        {
            await PublishAsync(("hello", version, ""));
        }

        await PublishAsync(("leaf", "1.0.0", """, "legacyIds": ["old-leaf"]"""));
        await PublishAsync(("mid", "0.3.1", """, "dependsOn": { "R/hello:1": { "x": "1" }, "R/leaf": {} }"""));
        await PublishAsync(("top", "0.1.0", """, "dependsOn": { "R/mid": {}, "R/old-leaf:1": { "deep": true } }"""));
        var names = new[] { "ab", "a-b", "a_b", "a.b", "a1", "a10", "a2", "b", "abc" };
        await PublishAsync([.. names.Select(id => (id, "1.0.0", ""))]);
        using var client = new Featuresmith.Publishing.OciRegistry(
            Featuresmith.Publishing.RegistryAddress.Parse(registry.Host, plainHttp: false),
            new Featuresmith.Publishing.RegistryOptions()
        );
        pinned = (await client.DigestAsync($"{Namespace}/hello", "1.0.0", default)).ShouldNotBeNull();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        registry?.Dispose();
        root.Delete(recursive: true);
    }

    [TestCaseSource(nameof(Configurations))]
    public async Task The_lock_file_is_the_CLI_s_byte_for_byte(string file, string configuration)
    {
        var (theirs, ours) = (Workspace(file, configuration), Workspace(file, configuration));
        var upgrade = await process.RunAsync("devcontainer", ["upgrade", "--workspace-folder", theirs], default);
        upgrade.Succeeded.ShouldBeTrue(upgrade.Output);
        var run = await CommandLine.RunAsync("lock", "--workspace-folder", ours);
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        Lock(ours, file).ShouldBe(Lock(theirs, file));

        (await CommandLine.RunAsync("lock", "--frozen-lockfile", "--workspace-folder", theirs)).Code.ShouldBe(
            ExitCode.Clean
        );
        var dry = await CommandLine.RunAsync("upgrade", "--dry-run", "--workspace-folder", ours);
        dry.Output.ShouldBe(Lock(theirs, file));
    }

    [TestCaseSource(nameof(Configurations))]
    public async Task What_is_outdated_is_told_in_the_CLI_s_words(string file, string configuration)
    {
        var workspace = Workspace(file, configuration);
        foreach (
            var (theirFlags, ourFlags) in new[] { (new[] { "--output-format", "json" }, new[] { "--json" }), ([], []) }
        )
        {
            var theirs = await process.RunAsync(
                "devcontainer",
                ["outdated", "--workspace-folder", workspace, .. theirFlags],
                default
            );
            var ours = await CommandLine.RunAsync(["outdated", "--workspace-folder", workspace, .. ourFlags]);
            ours.Code.ShouldBe(ExitCode.Clean, ours.Error);
            ours.Output.ShouldBe(theirs.Output);
        }
    }

    [Test]
    public async Task What_is_locked_stays_as_it_does_in_a_build_of_the_CLI()
    {
        await Host.EngineAsync();
        const string file = ".devcontainer/devcontainer.json";
        var configuration = $$"""{ "image": "{{Host.BaseImage}}", "features": { "R/hello:1": {}, "R/mid:0": {} } }""";
        var (theirs, ours) = (Workspace(file, configuration), Workspace(file, configuration));
        var image = $"fsm-lock-{Guid.NewGuid():N}";
        foreach (var workspace in new[] { theirs, ours })
        {
            // An old version, a record that nothing asks for any more, and another layout.
            await File.WriteAllTextAsync(
                Path.Combine(workspace, ".devcontainer/devcontainer-lock.json"),
                Filled(
                    """{"features":{"R/gone:1":{"version":"1.0.0","resolved":"x","integrity":"y"},"R/hello:1":{"version":"1.0.0","resolved":"R/hello@D","integrity":"D"}}}"""
                )
            );
        }

        try
        {
            var build = await process.RunAsync(
                "devcontainer",
                ["build", "--workspace-folder", theirs, "--image-name", image],
                default
            );
            build.Succeeded.ShouldBeTrue(build.Output);
        }
        finally
        {
            await process.RunAsync("docker", ["image", "rm", "--force", image], default);
        }

        (await CommandLine.RunAsync("lock", "--workspace-folder", ours)).Code.ShouldBe(ExitCode.Clean);
        Lock(ours, file).ShouldBe(Lock(theirs, file));
        Lock(ours, file).ShouldContain($"@{pinned}");
    }

    private static TestCaseData Case(string name, string file, string configuration) =>
        new TestCaseData(file, configuration).SetArgDisplayNames(name);

    private string Filled(string text) =>
        text.Replace("R/", $"{registry.Host}/{Namespace}/", StringComparison.Ordinal)
            .Replace("@D", $"@{pinned}", StringComparison.Ordinal)
            .Replace("\"D\"", $"\"{pinned}\"", StringComparison.Ordinal);

    private string Workspace(string file, string configuration)
    {
        var workspace = Path.Combine(root.FullName, Guid.NewGuid().ToString("N"));
        var path = Path.Combine(workspace, file);
        var local = Directory.CreateDirectory(Path.Combine(workspace, ".devcontainer/local")).FullName;
        File.WriteAllText(
            Path.Combine(local, "devcontainer-feature.json"),
            Filled("""{ "id": "local", "version": "1.0.0", "name": "Local", "dependsOn": { "R/mid": {} } }""")
        );
        File.WriteAllText(Path.Combine(local, "install.sh"), "#!/bin/sh\n");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(Filled(configuration)));
        return workspace;
    }

    private static string Lock(string workspace, string file) =>
        File.ReadAllText(Featuresmith.Consuming.Locking.LockFile.PathFor(Path.Combine(workspace, file)));

    private async Task PublishAsync(params (string Id, string Version, string More)[] features)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root.FullName, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (id, version, more) in features)
        {
            var feature = Directory.CreateDirectory(Path.Combine(folder, "src", id)).FullName;
            await File.WriteAllTextAsync(
                Path.Combine(feature, "devcontainer-feature.json"),
                $$"""{ "id": "{{id}}", "version": "{{version}}", "name": "{{id}}"{{Filled(more)}} }"""
            );
            var script = Path.Combine(feature, "install.sh");
            await File.WriteAllTextAsync(script, "#!/bin/sh\nset -e\ntrue\n");
            File.SetUnixFileMode(script, File.GetUnixFileMode(script) | UnixFileMode.UserExecute);
        }

        var publish = await CommandLine.RunAsync(
            "publish",
            folder,
            "-r",
            registry.Host,
            "-n",
            Namespace,
            "--ignore-gate"
        );
        publish.Code.ShouldBe(ExitCode.Clean, publish.Error);
    }
}
