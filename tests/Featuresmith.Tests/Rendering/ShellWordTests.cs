using System.Diagnostics;
using Featuresmith.Rendering;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Rendering;

public class ShellWordTests
{
    [TestCase("plain-1.0", "plain-1.0")]
    [TestCase("", "''")]
    [TestCase("it's", "'it'\\''s'")]
    [TestCase("a\n", "'a\n'")]
    public void Only_what_needs_quotation_marks_gets_them(string text, string expected) =>
        ShellWord.Quote(text).ShouldBe(expected);

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void A_shell_reads_every_text_back_unchanged(FsCheck.NonNull<string> given)
    {
        var text = new string([.. given.Get.Where(character => character != '\0' && !char.IsSurrogate(character))]);
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", $"printf %s {ShellWord.Quote(text)}"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        shell.StandardOutput.ReadToEnd().ShouldBe(text);
    }
}
