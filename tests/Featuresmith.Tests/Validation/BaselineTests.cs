using Featuresmith.Cli;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class BaselineTests
{
    [Test]
    public async Task What_was_known_is_not_reported_and_what_is_new_is()
    {
        using var folder = Collection();
        (await ValidateAsync(folder)).Code.ShouldBe(ExitCode.Findings);
        var written = await ValidateAsync(folder, "--write-baseline");
        written.Code.ShouldBe(ExitCode.Clean);
        written.Error.ShouldContain("known.json: 2 findings written");
        (await ValidateAsync(folder)).ShouldBe(new CommandLine(ExitCode.Clean, "1 Feature checked\n", ""));

        folder.Write("src/hello/install.sh", "# moved down\n\r\nset -e\n");
        var run = await ValidateAsync(folder);
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("error FS202");
        run.Output.ShouldNotContain("FS103");
    }

    [Test]
    public async Task A_known_finding_may_move_but_there_may_not_be_more_of_it()
    {
        using var folder = Collection();
        await ValidateAsync(folder, "--write-baseline");
        folder.Write(
            "src/hello/devcontainer-feature.json",
            "\n\n{ \"id\": \"hello\",\n  \"version\": \"v1\",\n \"name\": \"Hello\" }"
        );
        (await ValidateAsync(folder)).Code.ShouldBe(ExitCode.Clean);
        folder.Write(
            "src/hello/devcontainer-feature.json",
            "{ \"id\": \"hello\",\n  \"version\": \"v1\",\n  \"version\": \"v1\",\n \"name\": \"Hello\" }"
        );
        (await ValidateAsync(folder)).Output.ShouldContain("error FS002");
    }

    [Test]
    public async Task Findings_that_are_gone_are_counted_beside_the_report()
    {
        using var folder = Collection();
        await ValidateAsync(folder, "--write-baseline");
        folder.Write("src/hello/install.sh", "#!/bin/sh\nset -e\n");
        var run = await ValidateAsync(folder);
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldContain("1 findings no longer occur");
    }

    [Test]
    public async Task A_baseline_is_the_same_bytes_each_time_and_holds_no_path_of_this_machine()
    {
        using var folder = Collection();
        await ValidateAsync(folder, "--write-baseline");
        var first = folder.Read("known.json");
        await ValidateAsync(folder, "--write-baseline");
        folder.Read("known.json").ShouldBe(first);
        first.ShouldContain("\"path\": \"src/hello/install.sh\"");
        first.ShouldNotContain(folder.Path);
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("{ \"findings\": [{}] }")]
    [TestCase("not JSON")]
    public async Task What_is_no_baseline_is_a_usage_error(string text)
    {
        using var folder = Collection();
        folder.Write("known.json", text);
        var run = await ValidateAsync(folder);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("known.json is no baseline");
    }

    [Test]
    public async Task A_baseline_that_is_not_there_and_one_that_is_not_named_are_usage_errors()
    {
        using var folder = Collection();
        (await ValidateAsync(folder)).Code.ShouldBe(ExitCode.Findings);
        var missing = await CommandLine.RunAsync("validate", folder.Path, "--baseline", $"{folder.Path}/nowhere.json");
        missing.Code.ShouldBe(ExitCode.Usage);
        (await CommandLine.RunAsync("validate", folder.Path, "--write-baseline")).Code.ShouldBe(ExitCode.Usage);
    }

    private static TemporaryFolder Collection()
    {
        var folder = new TemporaryFolder();
        folder.Write(
            "src/hello/devcontainer-feature.json",
            "{ \"id\": \"hello\",\n  \"version\": \"v1\",\n \"name\": \"Hello\" }"
        );
        folder.Write("src/hello/install.sh", "# moved down\nset -e\n");
        return folder;
    }

    private static Task<CommandLine> ValidateAsync(TemporaryFolder folder, params string[] more)
    {
        var baseline = Path.Combine(folder.Path, "known.json");
        string[] known = File.Exists(baseline) || more.Length > 0 ? ["--baseline", baseline] : [];
        return CommandLine.RunAsync(["validate", folder.Path, .. known, .. more]);
    }
}
