using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Cli;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>What we publish, seen by those who use it, in a real registry; and what others published, seen by us.</summary>
[NonParallelizable]
public class RegistryInteropTests
{
    private const string Namespace = "owner/features";

    private readonly ProcessRunner process = new(null);
    private LocalRegistry registry = null!;
    private SmallCollection collection = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        registry = await LocalRegistry.StartAsync();
        collection = new SmallCollection();
        // The devcontainers CLI asks the registry of every Feature named there, and this one does not exist.
        var metadata = Path.Combine(collection.Root, "src", "hello", FeaturePackager.MetadataName);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(metadata))!.AsObject();
        json.Remove("installsAfter");
        await File.WriteAllTextAsync(metadata, json.ToJsonString());
        var (code, output) = await FeaturesmithAsync(
            "publish",
            collection.Root,
            "-r",
            registry.Host,
            "-n",
            Namespace,
            "--verify"
        );
        code.ShouldBe(ExitCode.Clean, output);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        registry?.Dispose();
        collection?.Dispose();
    }

    [Test]
    public async Task The_devcontainers_CLI_reads_tags_and_manifest()
    {
        await Host.EngineAsync();
        var feature = $"{registry.Host}/{Namespace}/hello";
        var tags = await process.RunAsync(
            "devcontainer",
            ["features", "info", "tags", feature, "--output-format", "json"],
            default
        );
        using var published = JsonDocument.Parse(tags.Output);
        published
            .RootElement.GetProperty("publishedTags")
            .EnumerateArray()
            .Select(tag => tag.GetString())
            .Order()
            .ShouldBe(["1", "1.0", "1.0.0", "latest"]);

        var manifest = await process.RunAsync(
            "devcontainer",
            ["features", "info", "manifest", $"{feature}:1", "--output-format", "json"],
            default
        );
        using var read = JsonDocument.Parse(manifest.Output);
        read.RootElement.GetProperty("canonicalId").GetString().ShouldEndWith(await DigestAsync(Namespace, "1.0.0"));
    }

    [Test]
    public async Task Skopeo_reads_the_same_bytes_and_copies_them()
    {
        var image = $"docker://{registry.Host}/{Namespace}/hello:1.0.0";
        var raw = await RunAsync("skopeo", "inspect", "--tls-verify=false", "--raw", image);
        ContentDigest
            .Of(Encoding.UTF8.GetBytes(raw.Output.TrimEnd('\n')))
            .ShouldBe(await DigestAsync(Namespace, "1.0.0"));

        var layout = Path.Combine(collection.Root, "copy");
        var copy = await RunAsync(
            "skopeo",
            "copy",
            "--src-tls-verify=false",
            "--preserve-digests",
            image,
            $"oci:{layout}:hello"
        );
        copy.Succeeded.ShouldBeTrue(copy.Output);
        (
            await new OciLayout(layout).ManifestAsync("", await DigestAsync(Namespace, "1.0.0"), default)
        ).ShouldNotBeNull();
    }

    [Test]
    public async Task Skopeo_reads_our_layout()
    {
        var layout = Path.Combine(collection.Root, "layout");
        await FeaturesmithAsync("publish", collection.Root, "-r", $"oci-layout:{layout}", "-n", Namespace);
        var copy = await RunAsync(
            "skopeo",
            "copy",
            "--dest-tls-verify=false",
            "--preserve-digests",
            $"oci:{layout}:{Namespace}/hello:1.0.0",
            $"docker://{registry.Host}/copied/hello:1.0.0"
        );
        copy.Succeeded.ShouldBeTrue(copy.Output);
        (await DigestAsync("copied", "1.0.0")).ShouldBe(await DigestAsync(Namespace, "1.0.0"));
    }

    [Test]
    public async Task What_the_devcontainers_CLI_published_has_the_manifest_that_we_make_and_is_unchanged_to_us()
    {
        await Host.EngineAsync();
        var theirs = await process.RunAsync(
            "devcontainer",
            ["features", "publish", Path.Combine(collection.Root, "src"), "-r", registry.Host, "-n", "theirs/features"],
            default
        );
        theirs.Succeeded.ShouldBeTrue(theirs.Output);
        using var client = Open();
        var manifest = (await client.ManifestAsync("theirs/features/hello", "1.0.0", default)).ShouldNotBeNull();
        var ours = FeaturePackager.Pack(Path.Combine(collection.Root, "src", "hello"), path => path).Artifact;
        ArtifactManifest
            .ForFeature(manifest.Layers[0], ours.MetadataText, registry.Host)
            .ShouldBe(manifest.Bytes.ToArray());

        var (code, plan) = await FeaturesmithAsync([
            "publish",
            collection.Root,
            "-r",
            registry.Host,
            "-n",
            "theirs/features",
            "--dry-run",
            "--detailed-exitcode",
        ]);
        code.ShouldBe(ExitCode.Clean, plan);
        plan.ShouldContain("0 bumped, 0 incomplete, 1 unchanged");
    }

    [Test]
    public async Task A_devcontainer_json_that_names_it_builds_with_it()
    {
        await Host.EngineAsync();
        var workspace = Directory.CreateDirectory(Path.Combine(collection.Root, "workspace")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(workspace, ".devcontainer.json"),
            $$"""{ "image": "{{Host.BaseImage}}", "features": { "{{registry.Host}}/{{Namespace}}/hello:1": { "greeting": "salve" } } }"""
        );
        var image = $"fsm-interop-{Guid.NewGuid():N}";
        try
        {
            var build = await process.RunAsync(
                "devcontainer",
                ["build", "--workspace-folder", workspace, "--image-name", image],
                default
            );
            build.Succeeded.ShouldBeTrue(build.Output);
            (await process.RunAsync("docker", ["run", "--rm", image, "cat", "/etc/greeting"], default))
                .Output.Trim()
                .ShouldBe("salve");
        }
        finally
        {
            await process.RunAsync("docker", ["image", "rm", "--force", image], default);
        }
    }

    [Test]
    public async Task Attestations_are_listed_under_the_tag_that_stands_for_referrers()
    {
        var (code, output) = await FeaturesmithAsync([
            "publish",
            collection.Root,
            "-r",
            registry.Host,
            "-n",
            "attested/features",
            "--provenance",
            "--sbom",
        ]);
        code.ShouldBe(ExitCode.Clean, output);
        using var client = Open();
        var digest = await DigestAsync("attested/features", "1.0.0");
        var list = (
            await client.ManifestAsync("attested/features/hello", digest.Replace(':', '-'), default)
        ).ShouldNotBeNull();
        using var json = JsonDocument.Parse(list.Bytes);
        json.RootElement.GetProperty("manifests")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("artifactType").GetString())
            .ShouldBe(["application/vnd.in-toto+json", "application/spdx+json"]);
    }

    private OciRegistry Open() => new(RegistryAddress.Parse(registry.Host, plainHttp: false), new RegistryOptions());

    private async Task<string> DigestAsync(string collectionPath, string tag)
    {
        using var client = Open();
        return (await client.DigestAsync($"{collectionPath}/hello", tag, default)).ShouldNotBeNull();
    }

    private async Task<ProcessResult> RunAsync(string program, params string[] arguments)
    {
        try
        {
            return await process.RunAsync(program, arguments, default);
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{program} is absent");
            throw;
        }
    }

    private static async Task<(int Code, string Output)> FeaturesmithAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await FeaturesmithCommand.RunAsync(arguments, output, error);
        return (code, $"{output}{error}");
    }
}
