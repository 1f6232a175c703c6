using System.Text.Json.Nodes;
using Featuresmith.Cli;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Scaffolding;
using Featuresmith.Sources;
using Featuresmith.Tests.Cli;
using FsCheck.Fluent;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Scaffolding;

public class NewCommandTests
{
    private static readonly string[] Download =
    [
        "--url",
        "https://downloads.example.test/{version}/tool-{machine}.tar.gz",
        "--release",
        "1.2.3",
    ];

    public static IEnumerable<string> Templates => FeatureScaffold.All.Select(scaffold => scaffold.Name);

    [TestCaseSource(nameof(Templates))]
    public async Task What_it_makes_is_generated_and_validated_without_a_finding(string template)
    {
        using var folder = new TemporaryFolder();
        (await InitAsync(folder)).Code.ShouldBe(ExitCode.Clean);
        (await NewAsync(folder, "my-tool", template)).Code.ShouldBe(ExitCode.Clean);

        var generate = await CommandLine.RunAsync("generate", "-p", folder.Path);
        generate.Code.ShouldBe(ExitCode.Clean, generate.Output);
        generate.Output.ShouldContain("created  features/src/my-tool/install.sh\n");
        (await CommandLine.RunAsync("generate", "--check", "-p", folder.Path)).Code.ShouldBe(ExitCode.Clean);

        var validate = await CommandLine.RunAsync("validate", folder.Path, "--deny-warnings", "--json");
        validate.Code.ShouldBe(ExitCode.Clean, validate.Output);
        JsonNode.Parse(validate.Output)!["findings"]!.AsArray().ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Templates))]
    public async Task Its_tests_are_the_defaults_another_case_and_a_failure(string template)
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder);
        await NewAsync(folder, "my-tool", template);
        await CommandLine.RunAsync("generate", "-p", folder.Path);
        var list = await CommandLine.RunAsync(
            "test",
            "--list",
            "-p",
            folder.Path,
            "-f",
            "my-tool",
            "-i",
            "debian:trixie"
        );
        list.Code.ShouldBe(ExitCode.Clean, list.Error);
        list.Output.ShouldContain("my-tool/test@debian:trixie");
        list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(1);
    }

    [TestCase("My-Tool", "can be no Feature's id")]
    [TestCase("my.tool", "can be no Feature's id")]
    [TestCase("../tool", "can be no Feature's id")]
    [TestCase("shared", "take another id")]
    [TestCase("workflows", "take another id")]
    public async Task An_id_that_cannot_be_is_refused(string id, string sentence) =>
        await RefusesAsync(sentence, id, "blank");

    [TestCase("blnk", "did you mean \"blank\"?")]
    [TestCase("docker", "there are blank, apt, download, docker-family")]
    public async Task An_unknown_template_is_refused_and_the_others_are_named(string template, string sentence) =>
        await RefusesAsync(sentence, "my-tool", template);

    [TestCase("download wants to know what", "download")]
    [TestCase("download wants to know what", "download", "--url", "https://downloads.example.test/tool")]
    [TestCase("no version to pin", "download", "--url", "https://downloads.example.test/tool", "--release", "v1")]
    [TestCase("is no address", "download", "--url", "https://downloads.example.test/$(id)", "--release", "1")]
    [TestCase("is no address", "download", "--url", "https://downloads.example.test/{arch}", "--release", "1")]
    [TestCase("is no address", "download", "--url", "ftp://downloads.example.test/tool", "--release", "1")]
    [TestCase("no package's name", "apt", "--package", "JQ")]
    [TestCase("--package is for template apt", "blank", "--package", "jq")]
    [TestCase("--url and --release are for template download", "apt", "--release", "1")]
    [TestCase("the name is empty", "blank", "--name", "")]
    public async Task What_does_not_belong_to_the_template_is_refused(
        string sentence,
        string template,
        params string[] more
    ) => await RefusesAsync(sentence, "my-tool", template, more);

    [Test]
    public async Task A_Feature_that_is_there_is_never_written_over()
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder);
        var before = folder.Snapshot();
        (await NewAsync(folder, "hello", "blank")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(ExitCode.Usage),
            run => run.Error.ShouldContain("templates/hello is there already")
        );
        folder.Write("features/src/old/devcontainer-feature.json", "{}");
        (await NewAsync(folder, "old", "blank")).Error.ShouldContain("\"featuresmith migrate\" takes it over");
        File.Delete(Path.Combine(folder.Path, "features/src/old/devcontainer-feature.json"));
        folder.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task A_shared_part_that_somebody_changed_stays_and_is_named()
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder);
        folder.Write("templates/shared/log.sh.sbn", "# mine\n");
        var run = await NewAsync(folder, "my-tool", "blank");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldContain("left as it is: templates/shared/log.sh.sbn");
        folder.Read("templates/shared/log.sh.sbn").ShouldBe("# mine\n");
    }

    [Test]
    public async Task A_dry_run_says_what_a_real_one_does_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder);
        var before = folder.Snapshot();
        var dry = await NewAsync(folder, "my-tool", "docker-family", "--dry-run");
        folder.Snapshot().ShouldBe(before);
        dry.Output.ShouldBe((await NewAsync(folder, "my-tool", "docker-family")).Output);
        dry.Output.ShouldContain("created  templates/my-tool/feature.jsonc\n");
    }

    [Test]
    public async Task Programs_are_told_as_JSON()
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder);
        var json = JsonNode.Parse((await NewAsync(folder, "my-tool", "apt", "--json")).Output)!;
        json["written"]!.GetValue<bool>().ShouldBeTrue();
        json["changes"]!
            .AsArray()
            .Select(change => $"{change!["kind"]} {change["path"]}")
            .ShouldContain("created templates/my-tool/install.sh.sbn");
    }

    [Test]
    public async Task Outside_of_a_collection_it_is_a_usage_error()
    {
        using var folder = new TemporaryFolder();
        (await NewAsync(folder, "my-tool", "blank")).Code.ShouldBe(ExitCode.Usage);
        folder.Snapshot().ShouldBeEmpty();
    }

    [FsCheck.NUnit.Property]
    public FsCheck.Property Any_name_reaches_the_definition_as_it_is(FsCheck.NonEmptyString name) =>
        Prop.ToProperty(NameOf(name.Get) == name.Get).When(!HasLoneSurrogate(name.Get));

    private static string? NameOf(string name)
    {
        var files = FeatureScaffolder.OwnFiles(new NewFeature("my-tool", "blank") { Name = name });
        var definition = files.Single(file => file.Path.EndsWith("feature.jsonc", StringComparison.Ordinal));
        var bag = new DiagnosticBag();
        var text = SourceText.FromBytes(definition.Path, definition.Content.Span);
        var read = FeatureDefinitionReader.Read(text, "templates/my-tool", bag);
        return bag.FirstOrDefault()?.Message ?? read?.Metadata.Name?.Value;
    }

    // No UTF-8 text can hold one, so no command line can bring it.
    private static bool HasLoneSurrogate(string text) =>
        text.Where(
                (character, at) =>
                    char.IsHighSurrogate(character)
                        ? at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])
                        : char.IsLowSurrogate(character) && (at == 0 || !char.IsHighSurrogate(text[at - 1]))
            )
            .Any();

    private static Task<CommandLine> InitAsync(TemporaryFolder folder) =>
        CommandLine.RunAsync("init", folder.Path, "-n", "owner/features", "--name", "Mine");

    private static Task<CommandLine> NewAsync(
        TemporaryFolder folder,
        string id,
        string template,
        params string[] more
    ) =>
        CommandLine.RunAsync([
            "new",
            id,
            "-p",
            folder.Path,
            "--template",
            template,
            .. template == "download" && more.Length == 0 ? Download : more,
        ]);

    private static async Task RefusesAsync(string sentence, string id, string template, params string[] more)
    {
        using var folder = new TemporaryFolder();
        await InitAsync(folder);
        var before = folder.Snapshot();
        var run = await CommandLine.RunAsync(["new", id, "-p", folder.Path, "--template", template, .. more]);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(sentence);
        folder.Snapshot().ShouldBe(before);
    }
}
