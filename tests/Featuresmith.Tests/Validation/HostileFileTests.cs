using System.Diagnostics;
using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>What lies in folders besides texts that people wrote: nothing is waited for, and nothing crashes.</summary>
public class HostileFileTests
{
    private const string Metadata = "{ \"id\": \"x\", \"version\": \"1.0.0\", \"name\": \"X\" }";

    [TestCase("pipe", "")]
    [TestCase("install.sh", "FS203 install.sh, FS213 install.sh")]
    [TestCase("devcontainer-feature.json", "FS001 devcontainer-feature.json")]
    [Platform("Unix")]
    public void A_pipe_is_an_empty_file_that_nobody_waits_for(string name, string found)
    {
        using var folder = Feature();
        File.Delete(Path.Combine(folder.Path, "x", name));
        using (var make = Process.Start("mkfifo", [Path.Combine(folder.Path, "x", name)]))
        {
            make.WaitForExit();
        }

        Found(folder).ShouldBe(found);
    }

    [Test]
    [Platform("Unix")]
    public void A_link_to_a_pipe_a_circle_of_links_and_a_link_to_a_folder_are_no_texts()
    {
        using var folder = Feature();
        var x = Path.Combine(folder.Path, "x");
        using (var make = Process.Start("mkfifo", [Path.Combine(x, "pipe")]))
        {
            make.WaitForExit();
        }

        File.CreateSymbolicLink(Path.Combine(x, "to-pipe.sh"), "pipe");
        File.CreateSymbolicLink(Path.Combine(x, "circle"), "circle");
        File.CreateSymbolicLink(Path.Combine(x, "one"), "two");
        File.CreateSymbolicLink(Path.Combine(x, "two"), "one");
        Directory.CreateDirectory(Path.Combine(x, "folder"));
        Directory.CreateSymbolicLink(Path.Combine(x, "to-folder"), "folder");
        Found(folder).ShouldBe("");
    }

    [Test]
    public void A_file_of_millions_of_lines_is_named_and_not_read()
    {
        using var folder = Feature();
        folder.Write("x/install.sh", string.Concat(Enumerable.Repeat("curl x | sh\n", 400_000)));
        Found(folder).ShouldBe("FS203 install.sh, FS409 install.sh");
    }

    [Test]
    public void Bytes_that_are_no_text_are_read_as_far_as_they_go()
    {
        using var folder = Feature();
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        File.WriteAllBytes(Path.Combine(folder.Path, "x", "install.sh"), noise);
        Found(folder).ShouldContain("FS203 install.sh");
        File.WriteAllBytes(Path.Combine(folder.Path, "x", "devcontainer-feature.json"), noise);
        Found(folder).ShouldContain("FS001 devcontainer-feature.json");
    }

    [TestCase("[1]", "FS703")]
    [TestCase("7", "FS703")]
    [TestCase("null", "FS703")]
    [TestCase("", "FS001")]
    [TestCase("{", "FS001")]
    [TestCase("{ \"features\": [1], \"image\": 3, \"imgae\": \"x\" }", "FS703, FS703, FS704")]
    [TestCase("{ \"image\": \"x\", \"extensions\": [], \"devPort\": 1 }", "")]
    public void A_devcontainer_json_may_hold_anything(string text, string found)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".devcontainer/devcontainer.json", text);
        string.Join(", ", Check(folder).Select(finding => finding.Rule.Id)).ShouldBe(found);
    }

    private static TemporaryFolder Feature()
    {
        var folder = new TemporaryFolder();
        folder.Write("x/devcontainer-feature.json", Metadata);
        folder.Write("x/install.sh", "#!/bin/sh\nset -e\ntrue\n");
        return folder;
    }

    private static string Found(TemporaryFolder folder) =>
        string.Join(
            ", ",
            Check(folder)
                .Where(finding => !finding.Rule.Id.Value.StartsWith("FS2-", StringComparison.Ordinal))
                .Select(finding => $"{finding.Rule.Id} {Path.GetFileName(finding.Span.Path)}")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static IReadOnlyList<Diagnostic> Check(TemporaryFolder folder) =>
        new Validator(path => path, LintSettings.Default).Check(folder.Path)!.Diagnostics;
}
