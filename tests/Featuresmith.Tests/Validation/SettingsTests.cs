using Featuresmith.Cli;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class SettingsTests
{
    private const string Hello = "{ \"id\": \"hello\", \"version\": \"1.0.0\", \"name\": \"Hello\" }";

    [Test]
    public async Task Settings_of_the_nearest_folder_upwards_weigh_the_rules()
    {
        using var folder = Collection("{ \"validate\": { \"rules\": { \"FS203\": \"error\" } } }");
        folder.Write("src/.featuresmith.jsonc", "{ \"validate\": { \"rules\": { \"shebang\": \"info\" } } }");
        (await ValidateAsync(folder)).Code.ShouldBe(ExitCode.Findings);
        var below = await CommandLine.RunAsync("validate", Path.Combine(folder.Path, "src"));
        below.Code.ShouldBe(ExitCode.Clean);
        below.Output.ShouldContain("install.sh:1:1: info FS203");
    }

    [Test]
    public async Task Settings_above_a_checkout_do_not_hold_for_it()
    {
        using var folder = Collection("{ \"validate\": { \"rules\": { \"FS203\": \"off\" } } }");
        folder.Write("src/.git/HEAD", "");
        var run = await CommandLine.RunAsync("validate", Path.Combine(folder.Path, "src"));
        run.Output.ShouldContain("warning FS203");
    }

    [Test]
    public async Task The_command_line_counts_more_than_settings()
    {
        using var folder = Collection("{ \"validate\": { \"rules\": { \"FS203\": \"off\" } } }");
        (await ValidateAsync(folder)).Output.ShouldBe("1 Feature checked\n");
        var run = await ValidateAsync(folder, "--rule", "fs203=error");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("error FS203");
    }

    [Test]
    public async Task Settings_can_stand_in_the_collections_own_file()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write(
            "features/collection.jsonc",
            "{ \"name\": \"n\", \"namespace\": \"n\", \"validate\": { \"rules\": { \"FS203\": \"error\" } } }"
        );
        repository.Folder.Write("templates/hello/install.sh.sbn", "echo \"$GREETING\"\n");
        var generated = await repository.GenerateAsync();
        generated.Code.ShouldBe(ExitCode.Findings);
        generated.Output.ShouldContain("templates/hello/install.sh.sbn:1:1: error FS203");
    }

    [Test]
    public async Task Denied_warnings_are_errors()
    {
        using var folder = Collection("{}");
        (await ValidateAsync(folder)).Code.ShouldBe(ExitCode.Clean);
        var run = await ValidateAsync(folder, "--deny-warnings");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("error FS203");
        folder.Write(".featuresmith.jsonc", "{ \"validate\": { \"denyWarnings\": true } }");
        (await ValidateAsync(folder)).Code.ShouldBe(ExitCode.Findings);
    }

    [TestCase("src/*", "1 Feature checked\n")]
    [TestCase("*/install.sh", "1 Feature checked\n")]
    public async Task A_path_can_be_ignored_with_a_reason(string path, string output)
    {
        using var folder = Collection(Ignore(path));
        (await ValidateAsync(folder)).ShouldBe(new CommandLine(ExitCode.Clean, output, ""));
    }

    [Test]
    public async Task An_ignored_path_without_effect_is_told_where_its_files_were_looked_at()
    {
        using var folder = Collection(Ignore("src/hello/devcontainer-feature.json"));
        (await ValidateAsync(folder)).Output.ShouldContain(".featuresmith.jsonc:1:38: warning FS004");
        folder.Write(".featuresmith.jsonc", Ignore("src/elsewhere/*"));
        (await ValidateAsync(folder)).Output.ShouldNotContain("FS004");
    }

    [TestCase("{ \"validate\": { \"rule\": {} } }", "1:17")]
    [TestCase("{ \"validate\": { \"rules\": { \"FS203\": \"no\" } } }", "1:37")]
    [TestCase("{ \"validate\": { \"rules\": { \"FS999\": \"off\" } } }", "1:28")]
    [TestCase("{ \"validate\": { \"ignore\": [{ \"rule\": \"x\", \"path\": \"*\", \"reason\": \"r\" }] } }", "1:38")]
    [TestCase("[]", "1:1")]
    public async Task A_mistake_in_settings_is_an_error_at_its_place(string settings, string position)
    {
        using var folder = Collection(settings);
        var run = await ValidateAsync(folder);
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain($".featuresmith.jsonc:{position}: error FS005");
        (await CommandLine.RunAsync("validate", Path.Combine(folder.Path, ".featuresmith.jsonc"))).Output.ShouldContain(
            $".featuresmith.jsonc:{position}: error FS005"
        );
    }

    [Test]
    public void Both_files_may_say_the_same_of_the_rules()
    {
        Validate("collection").ShouldBe(Validate("settings"));

        static string Validate(string schema)
        {
            var tree = JsonSyntaxTree.Parse(new("schema", SchemaCheck.SchemaText(schema)), new DiagnosticBag());
            var part = tree.RootObject!.Object("properties")!.Object("validate")!;
            return part.Span.Source.Text[part.Span.Start..part.Span.End];
        }
    }

    private static string Ignore(string path) =>
        $"{{ \"validate\": {{ \"ignore\": [{{ \"rule\": \"FS203\", \"path\": \"{path}\", \"reason\": \"r\" }}] }} }}";

    private static TemporaryFolder Collection(string settings)
    {
        var folder = new TemporaryFolder();
        folder.Write(".featuresmith.jsonc", settings);
        folder.Write("src/hello/devcontainer-feature.json", Hello);
        folder.Write("src/hello/install.sh", "set -e\n");
        return folder;
    }

    private static Task<CommandLine> ValidateAsync(TemporaryFolder folder, params string[] more) =>
        CommandLine.RunAsync(["validate", folder.Path, .. more]);
}
