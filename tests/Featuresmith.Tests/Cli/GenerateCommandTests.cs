using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class GenerateCommandTests
{
    private SmallRepository repository = null!;

    [SetUp]
    public void MakeRepository() => repository = new SmallRepository();

    [TearDown]
    public void RemoveRepository() => repository.Dispose();

    [Test]
    public async Task A_first_run_creates_everything_and_a_second_leaves_every_byte_alone()
    {
        var first = await repository.GenerateAsync();
        first.Code.ShouldBe(ExitCode.Clean);
        first.Output.ShouldContain("created  features/src/hello/install.sh\n");
        first.Output.ShouldContain("5 created, 0 changed, 0 left, 0 removed");
        repository.Folder.Read("features/src/hello/install.sh").ShouldContain("say greeting \"$GREETING\"\n");

        var before = repository.Folder.Snapshot();
        var second = await repository.GenerateAsync();
        second.Code.ShouldBe(ExitCode.Clean);
        second.Output.ShouldBe("0 created, 0 changed, 5 left, 0 removed\n");
        repository.Folder.Snapshot().ShouldBe(before);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Scripts_are_executable_and_other_files_are_not()
    {
        await repository.GenerateAsync();
        Mode("src/hello/install.sh").HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
        Mode("src/hello/devcontainer-feature.json").HasFlag(UnixFileMode.UserExecute).ShouldBeFalse();

        File.SetUnixFileMode(FullPath("src/hello/install.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var check = await repository.GenerateAsync("--check");
        check.Code.ShouldBe(ExitCode.Findings);
        check.Output.ShouldContain("mode: should be executable");
    }

    [TestCase("say() { echo  \"$@\"; }")]
    [TestCase("say() { echo \"$@\"; } ")]
    public async Task Check_writes_nothing_and_fails_on_one_changed_byte_of_a_template(string changed)
    {
        await repository.GenerateAsync();
        (await repository.GenerateAsync("--check")).Code.ShouldBe(ExitCode.Clean);

        repository.Folder.Write("templates/shared/say.sh.sbn", changed);
        var before = repository.Folder.Snapshot();
        var check = await repository.GenerateAsync("--check");
        check.Code.ShouldBe(ExitCode.Findings);
        check.Output.ShouldContain($"  -say() {{ echo \"$@\"; }}\n  +{changed}\n");
        repository.Folder.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task Line_ends_are_LF_whatever_the_checkout_made_of_the_templates()
    {
        repository.Folder.Write("templates/shared/say.sh.sbn", "say() {\r\n  echo \"$@\"\r\n}");
        await repository.GenerateAsync();
        repository.Folder.Read("features/src/hello/install.sh").ShouldNotContain("\r");
    }

    [Test]
    public async Task A_file_that_nothing_makes_any_more_is_removed_but_a_test_report_stays()
    {
        await repository.GenerateAsync();
        repository.Folder.Write("features/src/hello/old/script.sh", "#!/bin/sh\n");
        repository.Folder.Write("features/test/hello/README.md", "results\n");
        (await repository.GenerateAsync()).Output.ShouldContain("removed  features/src/hello/old/script.sh\n");
        Directory.Exists(FullPath("src/hello/old")).ShouldBeFalse();
        File.Exists(FullPath("test/hello/README.md")).ShouldBeTrue();
    }

    [Test]
    public async Task Five_mistakes_in_a_definition_are_five_findings_at_their_lines_and_nothing_is_written()
    {
        await repository.GenerateAsync();
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            """
            {
              "metadata": {
                "id": "helo",
                "version": "1.0",
                "name": "Hello",
                "options": {
                  "greeting": { "type": "string", "enum": ["hi"], "default": "bye", "description": "Says" }
                },
                "privileged": "yes"
              },
              "scenarioes": {}
            }
            """
        );
        var before = repository.Folder.Snapshot();
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        foreach (var (line, rule) in new[] { (3, "FS102"), (4, "FS103"), (7, "FS104"), (9, "FS101"), (11, "FS601") })
        {
            run.Output.ShouldContain($"templates/hello/feature.jsonc:{line}:");
            run.Output.Split('\n')
                .ShouldContain(text =>
                    text.StartsWith($"templates/hello/feature.jsonc:{line}:", StringComparison.Ordinal)
                    && text.Contains(rule)
                );
        }

        run.Output.ShouldContain("5 errors\n");
        run.Output.ShouldContain("nothing was written");
        repository.Folder.Snapshot().ShouldBe(before);
    }

    [TestCase("{{ feature.nmae }}", "templates/hello/install.sh.sbn:2:")]
    [TestCase("{{ include 'shared/missing.sbn' }}", "templates/hello/install.sh.sbn:2:")]
    [TestCase("{{ include '../../secret' }}", "templates/hello/install.sh.sbn:2:")]
    [TestCase("{{ if true }}", "templates/hello/install.sh.sbn:")]
    public async Task A_mistake_in_a_template_has_its_line_and_nothing_is_written(string line, string place)
    {
        repository.Folder.Write("secret", "secret");
        repository.Folder.Write("templates/hello/install.sh.sbn", $"#!/bin/sh\necho $GREETING {line}\n");
        var before = repository.Folder.Snapshot();
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain(place);
        run.Output.ShouldContain("FS602");
        repository.Folder.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task A_mistake_in_a_partial_is_shown_in_the_partial()
    {
        repository.Folder.Write("templates/shared/say.sh.sbn", "say() {\n  echo {{ nobody }}\n}");
        (await repository.GenerateAsync()).Output.ShouldContain("templates/shared/say.sh.sbn:2:11: error FS602");
    }

    [Test]
    public async Task Unknown_Features_and_folders_that_are_no_collection_are_usage_errors()
    {
        var unknown = await repository.GenerateAsync("-f", "nobody");
        unknown.Code.ShouldBe(ExitCode.Usage);
        unknown.Error.ShouldContain("there is no definition of nobody; defined are hello");

        using var empty = new TemporaryFolder();
        var run = await CommandLine.RunAsync("generate", "-p", empty.Path);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("features/collection.jsonc");
        (await CommandLine.RunAsync("generate", "--no-such-flag")).Code.ShouldBe(ExitCode.Usage);
    }

    [Test]
    public async Task A_repository_is_found_from_any_folder_below_it()
    {
        var run = await CommandLine.RunAsync(
            "generate",
            "-p",
            Path.Combine(repository.Folder.Path, "templates", "hello")
        );
        run.Code.ShouldBe(ExitCode.Clean);
        File.Exists(FullPath("src/hello/install.sh")).ShouldBeTrue();
    }

    [Test]
    public async Task Two_runs_at_once_end_with_the_same_bytes()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => repository.GenerateAsync())));
        (await repository.GenerateAsync("--check")).Code.ShouldBe(ExitCode.Clean);
        Directory.EnumerateFiles(repository.Folder.Path, ".*.????????*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Test]
    public async Task A_Feature_that_no_template_makes_any_more_is_named_and_removed_only_when_asked()
    {
        await repository.GenerateAsync();
        repository.Folder.Write("features/src/old/install.sh", "#!/bin/sh\n");
        repository.Folder.Write("features/test/old/test.sh", "#!/bin/sh\n");
        repository.Folder.Write("features/test/_global/scenarios.json", "{}");
        var usual = await repository.GenerateAsync();
        usual.Code.ShouldBe(ExitCode.Clean);
        usual.Output.ShouldEndWith(
            """
            no template makes features/src/old any more; generate --prune removes it
            no template makes features/test/old any more; generate --prune removes it

            """
        );
        (await repository.GenerateAsync("-f", "hello", "--prune")).Output.ShouldNotContain("old");
        var check = await repository.GenerateAsync("--check");
        check.Code.ShouldBe(ExitCode.Findings);
        check.Output.ShouldContain("removed  features/src/old/install.sh\n");
        File.Exists(FullPath("src/old/install.sh")).ShouldBeTrue();
        (await repository.GenerateAsync("--prune", "--json")).Output.ShouldContain(
            "\"path\": \"features/test/old/test.sh\""
        );
        Directory.Exists(FullPath("src/old")).ShouldBeFalse();
        Directory.Exists(FullPath("test/old")).ShouldBeFalse();
        File.Exists(FullPath("test/_global/scenarios.json")).ShouldBeTrue();
        (await repository.GenerateAsync("--check")).Code.ShouldBe(ExitCode.Clean);
    }

    private string FullPath(string path) => Path.Combine(repository.Folder.Path, "features", path);

    private UnixFileMode Mode(string path) => File.GetUnixFileMode(FullPath(path));
}
