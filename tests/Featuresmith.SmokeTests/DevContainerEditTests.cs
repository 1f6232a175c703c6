using System.Text;
using System.Text.Json.Nodes;
using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>
/// What we write into a devcontainer.json, read by the devcontainers CLI: the Features that it resolves are those of before and the one
/// that was added, with the options that were given. No engine is asked.
/// </summary>
public class DevContainerEditTests
{
    private static readonly string Goldens = Path.Combine(Root(), "tests", "golden", "devcontainer-edits");

    private readonly ProcessRunner process = new(null);
    private DirectoryInfo workspace = null!;

    // A compose file is for an engine to read, and what cannot be edited has nothing to resolve.
    public static IEnumerable<string> Shapes =>
        Directory
            .EnumerateDirectories(Goldens)
            .Where(folder => File.Exists(Path.Combine(folder, "after.json")))
            .Select(folder => Path.GetFileName(folder))
            .Where(shape => !shape.EndsWith("compose", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private string Config => Path.Combine(workspace.FullName, ".devcontainer", "devcontainer.json");

    [SetUp]
    public async Task MakeWorkspaceAsync()
    {
        try
        {
            await DevContainerCli.VersionAsync(CancellationToken.None);
        }
        catch (EnvironmentLackException lack)
        {
            Assert.Ignore(lack.Message);
        }

        workspace = Directory.CreateTempSubdirectory("featuresmith-edits-");
        foreach (var id in new[] { "one", "two", "hello" })
        {
            var folder = workspace.CreateSubdirectory(Path.Combine(".devcontainer", id)).FullName;
            await File.WriteAllTextAsync(
                Path.Combine(folder, "devcontainer-feature.json"),
                $$"""
                {
                  "id": "{{id}}", "version": "1.0.0", "name": "{{id}}",
                  "options": {
                    "version": { "type": "string", "default": "latest" },
                    "loud": { "type": "boolean", "default": false }
                  }
                }
                """
            );
            await File.WriteAllTextAsync(Path.Combine(folder, "install.sh"), "#!/bin/sh\nset -e\n");
        }
    }

    [TearDown]
    public void RemoveWorkspace() => workspace?.Delete(recursive: true);

    [TestCaseSource(nameof(Shapes))]
    public async Task The_CLI_resolves_the_Features_of_before_and_the_added_one(string shape)
    {
        // Other people's Features are not to be fetched.
        var text = Encoding
            .UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(Goldens, shape, "before.json")))
            .Replace("registry.example.test/a/one:1", "./one", StringComparison.Ordinal)
            .Replace("registry.example.test/a/two:1", "./two", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Config, Encoding.UTF8.GetBytes(text));
        var before = await ResolvedAsync();
        await EditAsync("add", "./hello", "--option", "loud=true");
        var after = await ResolvedAsync();
        after.ShouldBe([.. before, "./hello {\"loud\":true}"], ignoreOrder: true);
        await EditAsync("set", "./hello", "--option", "version=2", "--unset", "loud");
        (await ResolvedAsync()).ShouldBe([.. before, "./hello {\"version\":\"2\"}"], ignoreOrder: true);
        await EditAsync("remove", "./hello");
        (await ResolvedAsync()).ShouldBe(before);
    }

    [Test]
    public async Task The_CLI_resolves_what_was_added_from_a_registry()
    {
        using var registry = await LocalRegistry.StartAsync();
        using var collection = new SmallCollection();
        // The CLI asks the registry of every Feature named in installsAfter, and this one does not exist.
        var metadata = Path.Combine(collection.Root, "src", "hello", "devcontainer-feature.json");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(metadata))!.AsObject();
        json.Remove("installsAfter");
        await File.WriteAllTextAsync(metadata, json.ToJsonString());
        await RunAsync("publish", collection.Root, "-r", registry.Host, "-n", "owner/features");
        await File.WriteAllTextAsync(Config, "{ \"image\": \"debian:trixie\" }");
        foreach (var pin in new[] { "major", "digest" })
        {
            await RunAsync(["add", $"{registry.Host}/owner/features/hello", "--pin", pin, .. Where]);
            (await ResolvedAsync()).ShouldHaveSingleItem().ShouldStartWith($"{registry.Host}/owner/features/hello");
            await RunAsync(["remove", "hello", .. Where]);
        }
    }

    private string[] Where => ["--workspace-folder", workspace.FullName];

    private Task EditAsync(params string[] arguments) => RunAsync([.. arguments, .. Where, "--offline"]);

    private static async Task RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await FeaturesmithCommand.RunAsync(arguments, output, output);
        code.ShouldBe(ExitCode.Clean, output.ToString());
    }

    // Every Feature as the CLI sees it: the reference and the options that it is given.
    private async Task<IReadOnlyList<string>> ResolvedAsync()
    {
        var run = await process.RunAsync(
            "devcontainer",
            ["read-configuration", "--include-features-configuration", .. Where],
            default
        );
        run.Succeeded.ShouldBeTrue();
        var sets = JsonNode.Parse(run.Output)!["featuresConfiguration"]?["featureSets"]?.AsArray() ?? [];
        return
        [
            .. sets.Select(set =>
                $"{set!["sourceInformation"]!["userFeatureId"]} {set["features"]![0]!["value"]!.ToJsonString()}"
            ),
        ];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Featuresmith.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests do not lie in the repository");
        }

        return folder.FullName;
    }
}
