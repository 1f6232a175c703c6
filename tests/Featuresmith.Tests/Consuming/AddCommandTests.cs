using System.Text.Json;
using Featuresmith.Cli;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

public class AddCommandTests
{
    private Workspace workspace = null!;

    [SetUp]
    public void MakeWorkspace() => workspace = new Workspace();

    [TearDown]
    public void RemoveWorkspace() => workspace.Dispose();

    [Test]
    public async Task A_workspace_without_a_file_gets_one_and_remove_takes_it_away_again()
    {
        var run = await workspace.EditAsync(
            "add",
            "docker-in-docker",
            "--option",
            "moby=false",
            "--option",
            "tls=true"
        );
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        workspace.Text.ShouldBe(
            $$"""
            {
              "image": "debian:trixie",
              "features": {
                "{{Workspace.Ours}}/docker-in-docker:1": {
                  "moby": "false",
                  "tls": true
                }
              }
            }

            """
        );
        run.Output.ShouldStartWith($"added: {Workspace.Ours}/docker-in-docker:1, in ");
        run.Output.ShouldContain("asks for\n    a privileged container");
        run.Output.ShouldContain("mounts\n    the volume dind-var-lib-docker-${devcontainerId} at /var/lib/docker\n");
        run.Output.ShouldContain(". /usr/local/share/docker-in-docker/entrypoint.sh, at every start\n");
        run.Output.ShouldContain("onCreateCommand: /usr/local/share/docker-in-docker/dind wait\n");

        (await workspace.EditAsync("remove", "docker-in-docker")).Code.ShouldBe(ExitCode.Clean);
        Directory.EnumerateFileSystemEntries(workspace.Folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task A_file_that_says_more_than_add_writes_outlives_its_last_Feature()
    {
        await workspace.EditAsync("add", "docker-in-docker", "--image", "debian:bookworm");
        (await workspace.EditAsync("remove", "docker-in-docker")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldBe("{\n  \"image\": \"debian:bookworm\"\n}\n");
    }

    [Test]
    public async Task A_dry_run_says_it_all_and_writes_nothing()
    {
        var run = await workspace.EditAsync("add", "docker-in-docker", "--dry-run", "--diff");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Output.ShouldStartWith("would be added: ");
        run.Output.ShouldContain($"+    \"{Workspace.Ours}/docker-in-docker:1\": {{}}\n");
        Directory.EnumerateFileSystemEntries(workspace.Folder.Path).ShouldBeEmpty();
    }

    [TestCase("major", ":1")]
    [TestCase("minor", ":1.0")]
    [TestCase("exact", ":1.0.0")]
    public async Task A_version_is_pinned_as_far_as_is_asked_for(string pin, string tag)
    {
        await workspace.EditAsync("add", "docker-in-docker", "--pin", pin);
        workspace.Text.ShouldContain($"/docker-in-docker{tag}\"");
    }

    [Test]
    public async Task A_digest_is_the_registrys_to_give_and_is_not_asked_for_offline()
    {
        var run = await workspace.EditAsync("add", "docker-in-docker", "--pin", "digest");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("with --offline");
    }

    [TestCase("docker-in-dokcer", "did you mean \"docker-in-docker\"?")]
    [TestCase("nothing-like-it", "short names are")]
    [TestCase("owner/features/hello", "names no registry")]
    [TestCase("registry.example.test/Owner//hello:1", "not well written")]
    [TestCase("registry.example.test/owner/hello:", "not well written")]
    [TestCase("registry.example.test/owner/hello@sha256:12", "not well written")]
    [TestCase("registry.example.test/other/features/hello:1", "with --offline")]
    [TestCase("./nowhere", "there is no Feature in \"./nowhere\"")]
    [TestCase("../outside", "does not lie below .devcontainer")]
    [TestCase("/absolute", "absolute path")]
    [TestCase("https://example.test/devcontainer-feature-x.tgz", "archive")]
    public async Task What_is_not_to_be_had_is_a_usage_error_with_the_way_out(string wanted, string said)
    {
        var run = await workspace.EditAsync("add", wanted);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ToLowerInvariant().ShouldContain(said.ToLowerInvariant());
        Directory.EnumerateFileSystemEntries(workspace.Folder.Path).ShouldBeEmpty();
    }

    [TestCase("mobby=true", "did you mean \"moby\"?")]
    [TestCase("moby=flase", "did you mean \"false\"?")]
    [TestCase("tls=yes", "is true or false, not \"yes\"")]
    [TestCase("dns=$(reboot)", "install.sh would not receive it")]
    [TestCase("moby", "NAME=VALUE")]
    public async Task Options_are_checked_against_what_the_Feature_has(string option, string said)
    {
        var run = await workspace.EditAsync("add", "docker-in-docker", "--option", option);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(said);
        File.Exists(Path.Combine(workspace.Folder.Path, Workspace.Usual)).ShouldBeFalse();
    }

    [Test]
    public async Task A_short_name_of_a_collection_that_says_no_registry_needs_one()
    {
        using var repository = new SmallRepository();
        await repository.GenerateAsync();
        string[] add = ["add", "hello", "--offline", "--workspace-folder", repository.Folder.Path, "--dry-run"];
        var run = await CommandLine.RunAsync(add);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("Give -r HOST");
        var named = await CommandLine.RunAsync([.. add, "-r", Workspace.Host]);
        named.Output.ShouldStartWith($"would be added: {Workspace.Host}/small/features/hello:1, in ");
    }

    [Test]
    public async Task A_folder_is_added_as_it_is_and_has_no_version_to_pin()
    {
        workspace.With("{ \"image\": \"debian:trixie\" }\n").WithLocal("hello");
        (await workspace.EditAsync("add", "./hello", "--pin", "major")).Code.ShouldBe(ExitCode.Usage);
        (await workspace.EditAsync("add", "./hello")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldBe("{ \"image\": \"debian:trixie\", \"features\": { \"./hello\": {} } }\n");
    }

    [TestCase("docker-in-docker")]
    [TestCase("registry.example.test/featuresmith/features/docker-in-docker:1.0.0")]
    public async Task What_is_there_already_is_not_added_twice(string wanted)
    {
        workspace.WithFeatures($"{Workspace.Ours}/docker-in-docker:1");
        var run = await workspace.EditAsync("add", wanted);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("is there already, at ");
    }

    [Test]
    public async Task Of_several_files_one_has_to_be_named()
    {
        workspace.With("{}");
        var other = workspace.Folder.Write(".devcontainer/other/devcontainer.json", "{ \"image\": \"x\" }");
        var run = await workspace.EditAsync("add", "docker-in-docker");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("there are several: ");
        (await workspace.EditAsync("add", "docker-in-docker", "--config", other)).Code.ShouldBe(ExitCode.Clean);
        File.ReadAllText(other).ShouldContain("docker-in-docker");
        workspace.Text.ShouldBe("{}");
    }

    [TestCase("[]", "1:1: devcontainer.json is an array")]
    [TestCase("{ \"features\": \"x\" }", "1:15: \"features\" is a string")]
    [TestCase("{ \"image\": ", "the file ends in the middle of a value")]
    public async Task A_file_that_cannot_be_edited_stays_as_it_is(string text, string said)
    {
        workspace.With(text);
        var run = await workspace.EditAsync("add", "docker-in-docker");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(said);
        workspace.Text.ShouldBe(text);
    }

    [Test]
    public async Task A_file_that_is_not_UTF_8_stays_as_it_is()
    {
        var file = workspace.Folder.Write(Workspace.Usual, "");
        byte[] bytes = [.. "{ \"name\": \""u8, 0xe9, .. "\" }"u8];
        await File.WriteAllBytesAsync(file, bytes);
        var run = await workspace.EditAsync("add", "docker-in-docker");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("is not UTF-8");
        (await File.ReadAllBytesAsync(file)).ShouldBe(bytes);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task A_link_stays_a_link_and_a_mode_stays()
    {
        var real = workspace.Folder.Write("shared/real.json", "{ \"image\": \"x\" }\n");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.CreateDirectory(Path.Combine(workspace.Folder.Path, ".devcontainer"));
        var link = Path.Combine(workspace.Folder.Path, Workspace.Usual);
        File.CreateSymbolicLink(link, real);
        (await workspace.EditAsync("add", "docker-in-docker")).Code.ShouldBe(ExitCode.Clean);
        new FileInfo(link).LinkTarget.ShouldBe(real);
        File.ReadAllText(real).ShouldContain("docker-in-docker");
        File.GetUnixFileMode(real).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public async Task Hints_name_what_a_Feature_cannot_ask_for_until_the_file_asks_for_it()
    {
        const string Hint = "devcontainer.json: \"runArgs\": [\"--device=/dev/net/tun\"]";
        (await workspace.EditAsync("add", "docker-in-docker-rootless", "--dry-run")).Output.ShouldContain(Hint);
        workspace.With("{ \"image\": \"x\", \"runArgs\": [\"--device=/dev/net/tun\"] }");
        (await workspace.EditAsync("add", "docker-in-docker-rootless", "--dry-run")).Output.ShouldNotContain(Hint);
        workspace.With("{ \"dockerComposeFile\": \"compose.yaml\", \"service\": \"app\" }");
        (await workspace.EditAsync("add", "docker-in-docker-rootless", "--dry-run")).Output.ShouldContain(
            "the service of your compose file: devices: [\"/dev/net/tun\"]"
        );
    }

    [Test]
    public async Task What_a_dependency_brings_is_told_with_its_name()
    {
        var run = await workspace.EditAsync("add", "kubernetes-in-docker", "--dry-run");
        run.Output.ShouldContain("a privileged container: root in it is root on the host [docker-in-docker]\n");
    }

    [Test]
    public async Task Json_fits_its_schema_and_says_what_was_done()
    {
        var run = await workspace.EditAsync("add", "docker-in-docker", "--json", "--diff");
        var report = JsonSyntaxTree.Parse(new SourceText("report", run.Output), []);
        SchemaCheck.For("report").Check(report.Root!).ShouldBeEmpty();
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("written").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("change").GetString().ShouldBe("created");
        json.RootElement.GetProperty("brings")
            .EnumerateArray()
            .First()
            .GetProperty("kind")
            .GetString()
            .ShouldBe("privilege");
    }

    [Test]
    public async Task A_layout_answers_for_a_registry()
    {
        using var repository = new SmallRepository();
        await repository.GenerateAsync();
        var layout = $"oci-layout:{Path.Combine(repository.Folder.Path, "layout")}";
        var published = await CommandLine.RunAsync("publish", repository.Folder.Path, "-r", layout);
        published.Code.ShouldBe(ExitCode.Clean, published.Error);
        const string Hello = $"{Workspace.Host}/small/features/hello";
        string[] from = ["--from", layout];

        (await workspace.RunAsync("add", [$"{Hello}:9", .. from])).Error.ShouldContain(
            "has no 9 of small/features/hello; it has 1, 1.0, 1.0.0, latest"
        );
        (await workspace.RunAsync("add", [$"{Workspace.Host}/small/features/gone", .. from])).Error.ShouldContain(
            "has no Feature"
        );
        (await workspace.RunAsync("add", [Hello, .. from, "--option", "greeting=hay"])).Error.ShouldContain(
            "did you mean \"hey\"?"
        );
        (await workspace.RunAsync("add", [Hello, .. from, "--option", "greeting=hey"])).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldContain($"\"{Hello}:1\": {{\n      \"greeting\": \"hey\"\n    }}");
        (await workspace.RunAsync("set", ["hello", .. from, "--pin", "digest"])).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldMatch("features/hello@sha256:[0-9a-f]{64}\"");
        (await workspace.RunAsync("set", ["hello", .. from, "--pin", "exact", "--unset", "greeting"])).Code.ShouldBe(
            ExitCode.Clean
        );
        workspace.Text.ShouldContain($"\"{Hello}:1.0.0\": {{}}");
    }
}
