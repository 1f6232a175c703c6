using Featuresmith.Cli;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Tests.Cli;
using Featuresmith.Validation.Fixing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class FixTests
{
    private const string Metadata = "{\n  \"id\": \"hello\",\n  \"version\": \"1.0.0\",\n  \"name\": \"Hello\"\n}\n";

    [TestCase(
        "devcontainer-feature.json",
        "\uFEFF{\n  \"id\": \"hello\", // a comment stays\n  \"version\": \"1.0.0\",\n  \"keywords\": [\"a,]\" , ],\n  \"name\": \"Hello\",\n}",
        "{\n  \"id\": \"hello\", // a comment stays\n  \"version\": \"1.0.0\",\n  \"keywords\": [\"a,]\"  ],\n  \"name\": \"Hello\"\n}"
    )]
    [TestCase("install.sh", "#!/bin/sh\r\nset -e\r\n", "#!/bin/sh\nset -e\n")]
    [TestCase("install.sh", "\uFEFF#!/bin/sh\nset -e\n", "#!/bin/sh\nset -e\n")]
    [TestCase("install.sh", "set -e\n", "#!/bin/sh\nset -e\n")]
    [TestCase("install.sh", "\uFEFFset -e\r\n", "#!/bin/sh\nset -e\n")]
    [TestCase("install.sh", "#!/bin/sh\n  # featuresmith: ignore FS202 -- gone\nset -e\n", "#!/bin/sh\nset -e\n")]
    public async Task A_fix_mends_the_finding_and_nothing_else(string name, string before, string after)
    {
        using var folder = Hello();
        folder.Write($"hello/{name}", before);
        var run = await CommandLine.RunAsync("validate", folder.Path, "--fix", "--rule", "FS106=error");
        // What one run leaves because it touches the same place, the next one takes.
        await CommandLine.RunAsync("validate", folder.Path, "--fix");
        File.ReadAllBytes(Path.Combine(folder.Path, "hello", name))
            .ShouldBe(System.Text.Encoding.UTF8.GetBytes(after), run.Output);
        var again = await CommandLine.RunAsync("validate", folder.Path, "--fix", "--diff");
        again.Error.ShouldBe("0 findings fixed in 0 files\n");
    }

    [Test]
    public async Task A_difference_is_shown_and_without_fix_nothing_is_written()
    {
        using var folder = Hello();
        var script = folder.Write("hello/install.sh", "set -e\necho a\necho b\necho c\n");
        var before = folder.Snapshot();
        var run = await CommandLine.RunAsync("validate", folder.Path, "--diff");
        run.Output.ShouldStartWith(
            $"--- {script}\n+++ {script}\n@@ -1,3 +1,4 @@\n+#!/bin/sh\n set -e\n echo a\n echo b\n"
        );
        folder.Snapshot().ShouldBe(before);
        await CommandLine.RunAsync("validate", folder.Path, "--fix");
        folder.Read("hello/install.sh").ShouldBe("#!/bin/sh\nset -e\necho a\necho b\necho c\n");
    }

    [Test]
    public async Task A_file_that_is_not_UTF8_is_left_and_the_reason_given()
    {
        using var folder = Hello();
        var script = Path.Combine(folder.Path, "hello", "install.sh");
        File.WriteAllBytes(script, [.. "echo "u8, 0xE9, (byte)'\n']);
        var run = await CommandLine.RunAsync("validate", folder.Path, "--fix");
        File.ReadAllBytes(script).ShouldBe([.. "echo "u8, 0xE9, (byte)'\n']);
        run.Error.ShouldContain("install.sh is not UTF-8");
        run.Output.ShouldContain("FS203");
    }

    [Test]
    public async Task A_generated_file_is_left_and_its_definition_named()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write("templates/hello/install.sh.sbn", "echo \"$GREETING\"\n");
        await repository.GenerateAsync();
        var run = await CommandLine.RunAsync("validate", repository.Folder.Path, "--fix");
        run.Error.ShouldContain("is made from templates/hello; mend it there and generate it anew");
        repository.Folder.Read("features/src/hello/install.sh").ShouldBe("echo \"$GREETING\"\n");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_fixed_file_keeps_its_mode_and_a_link_stays_a_link()
    {
        using var folder = Hello();
        var script = folder.Write("hello/real.sh", "set -e\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Delete(Path.Combine(folder.Path, "hello", "install.sh"));
        var link = Path.Combine(folder.Path, "hello", "install.sh");
        File.CreateSymbolicLink(link, "real.sh");
        await CommandLine.RunAsync("validate", folder.Path, "--fix");
        File.ReadAllText(script).ShouldBe("#!/bin/sh\nset -e\n");
        File.GetUnixFileMode(script)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        new FileInfo(link).LinkTarget.ShouldBe("real.sh");
    }

    [Test]
    public void Edits_are_carried_out_in_the_order_of_the_text()
    {
        var source = new SourceText("f", "abcdef");
        TextEdits
            .Apply(source.Text, [new(source.Span(4, 6), "X"), new(source.Span(0, 0), ">"), new(source.Span(2, 3), "")])
            .ShouldBe(">abdX");
    }

    [TestCase(0, 2, 2, 4, false)]
    [TestCase(0, 3, 2, 4, true)]
    [TestCase(1, 1, 1, 1, true)]
    [TestCase(0, 2, 2, 2, false)]
    [TestCase(0, 4, 2, 2, true)]
    public void Edits_that_touch_the_same_place_overlap(int start, int end, int otherStart, int otherEnd, bool overlap)
    {
        var source = new SourceText("f", "abcdef");
        var (a, b) = (new TextEdit(source.Span(start, end), ""), new TextEdit(source.Span(otherStart, otherEnd), ""));
        TextEdits.Overlap(a, b).ShouldBe(overlap);
        TextEdits.Overlap(b, a).ShouldBe(overlap);
    }

    [Test]
    public async Task A_difference_goes_with_the_text_format_alone()
    {
        using var folder = Hello();
        var run = await CommandLine.RunAsync("validate", folder.Path, "--diff", "--format", "json");
        run.Code.ShouldBe(ExitCode.Usage);
    }

    private static TemporaryFolder Hello()
    {
        var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", Metadata);
        folder.Write("hello/install.sh", "#!/bin/sh\nset -e\n");
        return folder;
    }
}
