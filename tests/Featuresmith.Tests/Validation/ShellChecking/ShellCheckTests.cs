using Featuresmith.Diagnostics;
using Featuresmith.Tests.Validation.Scripts;
using Featuresmith.Validation.ShellChecking;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation.ShellChecking;

public class ShellCheckTests
{
    [Test]
    public void Its_findings_are_shown_as_ours()
    {
        if (ShellCheck.Find() is not { } shellCheck)
        {
            Assert.Ignore("shellcheck is not on the PATH: this test runs it");
            return;
        }

        var feature = ScriptFeature.Of("", "#!/bin/sh\nset -e\nx=$1\n\techo 🐳 $x\n");
        var finding = shellCheck.Check([feature]).ShouldHaveSingleItem();
        finding.ToString().ShouldStartWith("install.sh:4:10: info FS2-SC2086: double quote to prevent globbing");
        finding.Span.Length.ShouldBe(2);
    }

    [Test]
    [Platform("Unix")]
    public void What_our_rules_say_better_is_left_out() =>
        Report(2148, 1091, 2154, 3010, 2086).ShouldBe(["FS2-SC2086"]);

    [Test]
    [Platform("Unix")]
    public void A_program_that_prints_something_else_says_nothing()
    {
        using var folder = new TemporaryFolder();
        new ShellCheck(Executable(folder, "#!/bin/sh\necho no report\n"))
            .Check([ScriptFeature.Of("", "#!/bin/sh\necho\n")])
            .ShouldBeEmpty();
    }

    [Test]
    [Platform("Unix")]
    public void What_it_calls_an_error_is_a_warning_because_it_may_work()
    {
        using var folder = new TemporaryFolder();
        var program = Executable(
            folder,
            """
            #!/bin/sh
            echo '{"comments":[{"file":"0","line":1,"endLine":1,"column":1,"endColumn":2,"level":"error","code":2072,"message":"M."}]}'
            """
        );
        new ShellCheck(program)
            .Check([ScriptFeature.Of("", "#!/bin/bash\n[[ 1.2 > 1.1 ]]\n")])
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Warning);
    }

    [Test]
    [Platform("Unix")]
    public void A_file_whose_shell_nobody_knows_is_not_handed_over()
    {
        using var folder = new TemporaryFolder();
        var program = Executable(folder, $"#!/bin/sh\necho \"$@\" >>{folder.Path}/calls\n");
        var feature = ScriptFeature.Of(
            "",
            "#!/bin/sh\n. ./sourced.sh\ncp completion.sh /usr/share/zsh/functions/\n",
            ("completion.sh", "(( x = ${#words} ))\n"),
            ("sourced.sh", "echo\n")
        );
        new ShellCheck(program).Check([feature]).ShouldBeEmpty();
        File.ReadAllLines(Path.Combine(folder.Path, "calls"))
            .SelectMany(line => line.Split(' '))
            .Count(word => int.TryParse(word, out _))
            .ShouldBe(2);
    }

    private static List<string> Report(params int[] codes)
    {
        using var folder = new TemporaryFolder();
        var comments = codes.Select(code =>
            $$"""{"file":"0","line":1,"endLine":1,"column":1,"endColumn":2,"level":"info","code":{{code}},"message":"M."}"""
        );
        folder.Write("report.json", $"{{\"comments\":[{string.Join(",", comments)}]}}");
        var program = Executable(folder, $"#!/bin/sh\ncat {folder.Path}/report.json\n");
        return
        [
            .. new ShellCheck(program)
                .Check([ScriptFeature.Of("", "#!/bin/sh\necho\n")])
                .Select(finding => finding.Rule.Id.Value),
        ];
    }

    private static string Executable(TemporaryFolder folder, string script)
    {
        var file = folder.Write("shellcheck", script);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}
