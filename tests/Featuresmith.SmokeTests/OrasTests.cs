using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>What we publish, seen by oras: Debian trixie's, in a container that shares this machine's network.</summary>
[NonParallelizable]
public class OrasTests
{
    private const string Image = "featuresmith-oras";

    private const string Dockerfile = """
        FROM debian:trixie
        RUN apt-get update -q && apt-get install -q -y --no-install-recommends oras && rm -rf /var/lib/apt/lists/*
        """;

    private readonly ProcessRunner process = new(null);

    [Test]
    public async Task It_lists_tags_reads_the_manifest_pulls_the_archive_and_finds_what_is_attached()
    {
        await Host.EngineAsync();
        using var registry = await LocalRegistry.StartAsync();
        using var collection = new SmallCollection();
        var error = new StringWriter();
        string[] publish = ["publish", collection.Root, "-r", registry.Host, "-n", "owner/features", "--provenance"];
        (await FeaturesmithCommand.RunAsync(publish, TextWriter.Null, error)).ShouldBe(ExitCode.Clean, $"{error}");

        await File.WriteAllTextAsync(Path.Combine(collection.Root, "Dockerfile"), Dockerfile);
        await DockerAsync("build", "--quiet", "--tag", Image, collection.Root);
        try
        {
            var feature = $"{registry.Host}/owner/features/hello";
            (await OrasAsync($"repo tags {feature}"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(tag => !tag.StartsWith("sha256-", StringComparison.Ordinal))
                .ShouldBe(["1", "1.0", "1.0.0", "latest"], ignoreOrder: true);
            (await OrasAsync($"manifest fetch {feature}:1")).ShouldContain("\"dev.containers.metadata\"");
            (await OrasAsync($"pull {feature}:1.0.0 && tar tf devcontainer-feature-hello.tgz")).ShouldContain(
                "./install.sh"
            );
            (await OrasAsync($"discover {feature}:1.0.0")).ShouldContain("application/vnd.in-toto+json");
        }
        finally
        {
            await process.RunAsync("docker", ["image", "rm", "--force", Image], default);
        }
    }

    private Task<string> OrasAsync(string arguments) =>
        DockerAsync("run", "--rm", "--network=host", "--workdir=/tmp", Image, "sh", "-c", $"oras {arguments}");

    private async Task<string> DockerAsync(params string[] arguments)
    {
        var result = await process.RunAsync("docker", arguments, default);
        result.Succeeded.ShouldBeTrue(result.Output);
        return result.Output;
    }
}
