using Featuresmith.Cli;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class DevContainerTests
{
    private const string Metadata = "{ \"id\": \"hello\", \"version\": \"1.0.0\", \"name\": \"Hello\" }";

    [TestCase(".devcontainer/devcontainer.json", "./hello")]
    [TestCase(".devcontainer/variant/devcontainer.json", "../hello")]
    [TestCase(".devcontainer.json", "./.devcontainer/hello")]
    public async Task Local_Features_below_the_devcontainer_folder_are_found_from_each_place(
        string file,
        string reference
    )
    {
        using var folder = Workspace(file, reference);
        (await CommandLine.RunAsync("validate", Path.Combine(folder.Path, file))).ShouldBe(
            new CommandLine(ExitCode.Clean, "1 other file checked\n", "")
        );
        (await CommandLine.RunAsync("validate", folder.Path)).ShouldBe(
            new CommandLine(ExitCode.Clean, "1 other file checked\n", "")
        );
    }

    [TestCase("../src/hello", "does not lie below .devcontainer")]
    [TestCase("/srv/hello", "is named by an absolute path")]
    [TestCase("./nowhere", "there is no Feature in")]
    public async Task A_local_Feature_that_cannot_be_is_an_error_at_its_key(string reference, string message)
    {
        using var folder = Workspace(".devcontainer/devcontainer.json", reference);
        var run = await CommandLine.RunAsync("validate", folder.Path);
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain($"devcontainer.json:3:17: error FS701: ");
        run.Output.ShouldContain(message);
    }

    [Test]
    public async Task The_fix_of_a_bare_name_keeps_comments_and_form()
    {
        using var folder = Workspace(".devcontainer/devcontainer.json", "hello");
        await CommandLine.RunAsync("validate", folder.Path, "--fix");
        folder.Read(".devcontainer/devcontainer.json").ShouldBe(Text("./hello"));
    }

    [Test]
    public async Task A_list_of_paths_of_several_kinds_is_one_report()
    {
        using var folder = Workspace(".devcontainer/devcontainer.json", "./nowhere");
        folder.Write("src/hello/devcontainer-feature.json", Metadata);
        folder.Write("src/hello/install.sh", "set -e\n");
        var run = await CommandLine.RunAsync(
            "validate",
            Path.Combine(folder.Path, ".devcontainer/devcontainer.json"),
            Path.Combine(folder.Path, "src/hello/install.sh"),
            Path.Combine(folder.Path, "src")
        );
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("1 error, 1 warning\n");
        run.Output.ShouldContain("1 other file checked");
    }

    [Test]
    public async Task A_suppression_with_a_reason_holds_in_a_devcontainer_json()
    {
        using var folder = Workspace(".devcontainer/devcontainer.json", "./nowhere");
        folder.Write(
            ".devcontainer/devcontainer.json",
            Text("./nowhere")
                .Replace("// kept", "// featuresmith: ignore FS701 -- made by a script", StringComparison.Ordinal)
        );
        (await CommandLine.RunAsync("validate", folder.Path)).Code.ShouldBe(ExitCode.Clean);
    }

    private static string Text(string reference) =>
        $"{{ // kept\n  \"image\": \"debian\", // kept\n  \"features\": {{ \"{reference}\": {{}}, }},\n}}\n";

    private static TemporaryFolder Workspace(string file, string reference)
    {
        var folder = new TemporaryFolder();
        folder.Write(file, Text(reference));
        folder.Write(".devcontainer/hello/devcontainer-feature.json", Metadata);
        return folder;
    }
}
