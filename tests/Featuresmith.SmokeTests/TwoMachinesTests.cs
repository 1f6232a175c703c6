using System.Runtime.CompilerServices;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>This repository's collection, packed and published on machines that have nothing in common but the files.</summary>
[NonParallelizable]
public class TwoMachinesTests
{
    // What .NET needs and a base image lacks, and a clock that can be set for one program.
    private const string Dockerfile = """
        ARG BASE
        FROM $BASE
        RUN apt-get update -q \
            && apt-get install -q -y --no-install-recommends faketime openssl $(apt-cache pkgnames libicu | grep -x 'libicu[0-9]*') \
            && rm -rf /var/lib/apt/lists/*
        """;

    private readonly ProcessRunner process = new(null);

    [Test]
    public async Task Clock_umask_locale_user_and_system_change_no_digest()
    {
        await Host.EngineAsync();
        var here = await RunAsync("sh", ["-c", Script("/tmp", Features(), Program("dotnet"))]);
        here.ShouldContain("devcontainer-feature-docker-in-docker.tgz");
        here.ShouldContain("\"schemaVersion\"");
        (await OnMachineAsync("debian:bookworm", "0:0", "022", "C.UTF-8", "2001-02-03 04:05:06")).ShouldBe(here);
        (await OnMachineAsync("debian:trixie", "1234:5678", "077", "tr_TR.UTF-8", "2037-12-31 23:59:59")).ShouldBe(
            here
        );
    }

    private async Task<string> OnMachineAsync(string image, string user, string umask, string locale, string clock)
    {
        using var folder = new TemporaryImage(image.Replace(':', '-'));
        var dockerfile = Path.Combine(folder.Path, "Dockerfile");
        await File.WriteAllTextAsync(dockerfile, Dockerfile);
        try
        {
            await RunAsync(
                "docker",
                ["build", "--quiet", "--build-arg", $"BASE={image}", "--tag", folder.Tag, folder.Path]
            );
            return await RunAsync(
                "docker",
                [
                    "run",
                    "--rm",
                    "--network=none",
                    $"--user={user}",
                    $"--env=LC_ALL={locale}",
                    // A clock that stands still for waits would keep .NET from ever waking up.
                    "--env=FAKETIME_DONT_FAKE_MONOTONIC=1",
                    $"--volume={DotnetRoot}:/dotnet:ro",
                    $"--volume={AppContext.BaseDirectory}:/program:ro",
                    $"--volume={Features()}:/features:ro",
                    folder.Tag,
                    "sh",
                    "-c",
                    $"umask {umask}; {Script("/tmp", "/features", $"faketime -f '@{clock}' /dotnet/dotnet /program/featuresmith.dll")}",
                ]
            );
        }
        finally
        {
            await process.RunAsync("docker", ["image", "rm", "--force", folder.Tag], default);
        }
    }

    // The files are copied first: their times, owners and modes are the machine's own then.
    private static string Script(string temporary, string features, string program) =>
        $"""
            set -e
            work=$(mktemp -d {temporary}/machine.XXXXXX)
            trap 'rm -rf "$work"' EXIT
            cp -r {features}/src "$work/src"
            {program} package "$work" -o "$work/out" >&2
            (cd "$work/out" && LC_ALL=C sha256sum *)
            {program} publish "$work" -r "oci-layout:$work/layout" -n owner/features
            cat "$work/layout/index.json"
            """;

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var result = await process.RunAsync(program, arguments, default);
        result.Succeeded.ShouldBeTrue(result.Output);
        return result.Output;
    }

    private static string Program(string dotnet) =>
        $"{dotnet} {Path.Combine(AppContext.BaseDirectory, "featuresmith.dll")}";

    // …/shared/Microsoft.NETCore.App/VERSION/System.Private.CoreLib.dll
    private static string DotnetRoot =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static string Features([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "features"));

    private sealed class TemporaryImage(string name) : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("two-machines-").FullName;

        public string Tag { get; } = $"featuresmith-two-machines-{name}";

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
