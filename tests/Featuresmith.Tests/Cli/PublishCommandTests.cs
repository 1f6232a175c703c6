using System.Text.Json;
using Featuresmith.Cli;
using Featuresmith.Tests.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class PublishCommandTests
{
    private SmallRepository repository = null!;

    private string Root => repository.Folder.Path;

    private string Layout => $"oci-layout:{Path.Combine(Root, "layout")}";

    [SetUp]
    public async Task MakeRepositoryAsync()
    {
        repository = new SmallRepository();
        (await repository.GenerateAsync()).Code.ShouldBe(ExitCode.Clean);
    }

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [Test]
    public async Task Package_writes_the_file_names_of_the_devcontainers_CLI_and_again_the_same_bytes()
    {
        var output = Path.Combine(Root, "out");
        var run = await CommandLine.RunAsync("package", Root, "-o", output);
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        run.Output.ShouldBeEmpty();
        var first = Files(output);
        first.Keys.ShouldBe(["devcontainer-collection.json", "devcontainer-feature-hello.tgz"]);

        var taken = await CommandLine.RunAsync("package", Root, "-o", output);
        taken.Code.ShouldBe(ExitCode.Usage);
        taken.Error.ShouldContain("write into it with -f");

        repository.Folder.Write("out/notes.txt", "mine");
        repository.Folder.Write("out/devcontainer-feature-gone.tgz", "old");
        (await CommandLine.RunAsync("package", Root, "-o", output, "-f")).Code.ShouldBe(ExitCode.Clean);
        var second = Files(output);
        second.Keys.ShouldBe(["devcontainer-collection.json", "devcontainer-feature-hello.tgz", "notes.txt"]);
        second.Where(file => first.ContainsKey(file.Key)).ShouldBe(first);
    }

    [Test]
    public async Task Nothing_that_validate_refuses_is_packed_or_published()
    {
        repository.Folder.Write(
            "features/src/hello/devcontainer-feature.json",
            """{ "id": "other", "version": "1.0.0", "name": "x" }"""
        );
        foreach (
            var arguments in new[]
            {
                (string[])["package", Root, "-o", Path.Combine(Root, "out")],
                ["publish", Root, "-r", Layout],
            }
        )
        {
            var run = await CommandLine.RunAsync(arguments);
            run.Code.ShouldBe(ExitCode.Findings);
            run.Error.ShouldContain("FS102");
            run.Error.ShouldContain("nothing was packed");
        }

        Directory.Exists(Path.Combine(Root, "out")).ShouldBeFalse();
        Directory.Exists(Path.Combine(Root, "layout")).ShouldBeFalse();
    }

    [Test]
    public async Task A_plan_a_publish_and_a_plan_again()
    {
        var plan = await CommandLine.RunAsync("publish", Root, "-r", Layout, "--dry-run", "--detailed-exitcode");
        plan.Code.ShouldBe(ExitCode.Pending);
        plan.Output.ShouldContain("new        small/features/hello 1.0.0\n             tag 1.0.0: (none) -> 1.0.0\n");
        Directory.Exists(Path.Combine(Root, "layout")).ShouldBeFalse();

        var release = Path.Combine(Root, "release.json");
        var publish = await CommandLine.RunAsync("publish", Root, "-r", Layout, "--verify", "--release", release);
        publish.Code.ShouldBe(ExitCode.Clean, publish.Error);
        publish.Error.ShouldContain("[1/1] published hello 1.0.0 (1.0.0, 1.0, 1, latest)\n1 of 1 artifacts verified");
        using var result = JsonDocument.Parse(publish.Output);
        var hello = result.RootElement.GetProperty("hello");
        hello.GetProperty("publishedTags").GetArrayLength().ShouldBe(4);
        hello.GetProperty("version").GetString().ShouldBe("1.0.0");
        File.ReadAllText(release).ShouldContain(hello.GetProperty("digest").GetString()!);

        var again = await CommandLine.RunAsync("publish", Root, "-r", Layout, "--dry-run", "--detailed-exitcode");
        again.Code.ShouldBe(ExitCode.Clean);
        again.Output.ShouldContain("1 unchanged");
        using var unchanged = JsonDocument.Parse((await CommandLine.RunAsync("publish", Root, "-r", Layout)).Output);
        unchanged.RootElement.GetProperty("hello").TryGetProperty("publishedTags", out _).ShouldBeFalse();
    }

    [Test]
    public async Task A_layout_is_brought_on_to_another_place()
    {
        await CommandLine.RunAsync("publish", Root, "-r", Layout);
        var target = $"oci-layout:{Path.Combine(Root, "target")}";
        var run = await CommandLine.RunAsync("publish", Root, "--from", Layout, "-r", target);
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        Files(Path.Combine(Root, "target", "blobs", "sha256"))
            .ShouldBe(Files(Path.Combine(Root, "layout", "blobs", "sha256")));
        (await CommandLine.RunAsync("publish", Root, "--from", "layout", "-r", target)).Code.ShouldBe(ExitCode.Usage);
    }

    [Test]
    public async Task Changed_content_is_refused_with_the_way_out_and_the_way_out_works()
    {
        await CommandLine.RunAsync("publish", Root, "-r", Layout);
        repository.Folder.Write("templates/shared/say.sh.sbn", "say() { printf '%s\\n' \"$*\"; }");
        await repository.GenerateAsync();
        var refused = await CommandLine.RunAsync("publish", Root, "-r", Layout);
        refused.Code.ShouldBe(ExitCode.Findings);
        refused.Error.ShouldContain("install.sh changed");

        var bump = await CommandLine.RunAsync("version", "bump", "auto", "-p", Root, "-r", Layout);
        bump.Code.ShouldBe(ExitCode.Clean, bump.Error);
        bump.Output.ShouldContain("hello: 1.0.0 -> 1.0.1\n  Install.sh changed.");
        repository
            .Folder.Read("templates/hello/feature.jsonc")
            .ShouldBe(SmallRepository.Definition.Replace("1.0.0", "1.0.1"));
        repository
            .Folder.Read("templates/hello/CHANGELOG.md")
            .ShouldBe("# Changelog\n\n## 1.0.1\n\n- Install.sh changed.\n");

        await repository.GenerateAsync();
        (await CommandLine.RunAsync("publish", Root, "-r", Layout)).Code.ShouldBe(ExitCode.Clean);
        (await CommandLine.RunAsync("version", "bump", "-p", Root, "-r", Layout)).Output.ShouldBe(
            "no version has to be raised\n"
        );
    }

    [Test]
    public async Task A_bump_of_a_given_level_needs_no_registry()
    {
        var run = await CommandLine.RunAsync("version", "bump", "minor", "-p", Root, "-f", "hello", "-m", "Says more.");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        repository.Folder.Read("templates/hello/feature.jsonc").ShouldContain("\"version\": \"1.1.0\"");
        repository.Folder.Read("templates/hello/CHANGELOG.md").ShouldContain("## 1.1.0\n\n- Says more.\n");
        (await CommandLine.RunAsync("version", "bump", "minor", "-p", Root, "-f", "nobody")).Code.ShouldBe(
            ExitCode.Usage
        );
    }

    [TestCase("publish", "which registry?")]
    [TestCase("publish -r http://x", "is no registry")]
    [TestCase("publish -r localhost:1 -n Own--er/x", "is no namespace")]
    [TestCase("publish -r oci-layout:", "names no folder")]
    [TestCase("publish /no/such/folder -r localhost:1", "is no folder")]
    public async Task A_wrong_command_line_is_told_before_anything_happens(string line, string reason)
    {
        var arguments = line.Split(' ').ToList();
        if (!line.Contains("/no/such"))
        {
            arguments.Insert(1, Root);
        }

        var run = await CommandLine.RunAsync([.. arguments]);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(reason);
    }

    [Test]
    public async Task A_registry_that_refuses_is_exit_code_5_with_the_way_out()
    {
        await using var registry = await FaultRegistry.StartAsync();
        registry.Fault = context =>
        {
            context.Response.StatusCode = 403;
            return Task.FromResult(true);
        };
        var plan = await CommandLine.RunAsync("publish", Root, "-r", registry.Host, "--dry-run");
        plan.Code.ShouldBe(ExitCode.Refused);
        plan.Output.ShouldContain(
            $"failed     hello: GET http://{registry.Host}/v2/small/features/hello/tags/list: 403"
        );
        plan.Output.ShouldContain("make the package public, or log in");

        var publish = await CommandLine.RunAsync("publish", Root, "-r", registry.Host);
        publish.Code.ShouldBe(ExitCode.Refused);
        publish.Output.ShouldContain("\"status\":\"failed\"");
    }

    private static SortedDictionary<string, string> Files(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder)
                .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file))),
            StringComparer.Ordinal
        );
}
