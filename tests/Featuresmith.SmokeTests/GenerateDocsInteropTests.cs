using System.ComponentModel;
using System.Runtime.CompilerServices;
using Featuresmith.Cli;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>
/// The pages of "docs" next to those of the devcontainers CLI's "features generate-docs": whoever knows the one finds everything in the other,
/// in the same order. Needs that CLI and no engine.
/// </summary>
public class GenerateDocsInteropTests
{
    private static readonly string[] Flags = ["-n", "owner/features", "-r", "registry.example.test"];

    [Test]
    public async Task Headings_and_options_are_those_of_the_CLI_in_its_order()
    {
        var folder = Directory.CreateTempSubdirectory("featuresmith-docs-");
        try
        {
            var sources = Path.Combine(folder.FullName, "src");
            Copy(Path.Combine(Root, "features", "src"), sources);
            await GenerateAsync(folder.FullName);
            var theirs = Pages(sources);
            theirs.Count.ShouldBeGreaterThan(5);
            var code = await FeaturesmithCommand.RunAsync(
                ["docs", folder.FullName, .. Flags],
                TextWriter.Null,
                TextWriter.Null
            );
            code.ShouldBe(ExitCode.Clean);
            foreach (var (id, page) in Pages(sources))
            {
                var ours = Landmarks(page);
                Landmarks(theirs[id]).Where(line => !ours.Contains(line)).ShouldBeEmpty(id);
                ours.Where(Landmarks(theirs[id]).Contains).ShouldBe(Landmarks(theirs[id]), id);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Headings, the reference to copy, and of each option's row what the CLI writes: four cells.
    private static List<string> Landmarks(string page) =>
        [
            .. page.Split('\n')
                .Where(line =>
                    line.StartsWith('#')
                    || line.StartsWith("| ", StringComparison.Ordinal)
                    || line.Contains(": {}", StringComparison.Ordinal)
                )
                .Select(line =>
                    line.StartsWith("| ", StringComparison.Ordinal)
                        ? string.Join('|', line.Split('|').Take(5))
                        : line.Trim()
                ),
        ];

    private static Dictionary<string, string> Pages(string sources) =>
        Directory
            .EnumerateDirectories(sources)
            .ToDictionary(
                feature => Path.GetFileName(feature),
                feature => File.ReadAllText(Path.Combine(feature, "README.md"))
            );

    private static async Task GenerateAsync(string folder)
    {
        try
        {
            using var log = new StringWriter();
            var result = await new ProcessRunner(log).RunAsync(
                "devcontainer",
                ["features", "generate-docs", "-p", "src", .. Flags],
                default,
                folder
            );
            result.ExitCode.ShouldBe(0, log.ToString());
        }
        catch (Win32Exception)
        {
            Assert.Ignore("The devcontainers CLI is not on the PATH, so its pages cannot be made.");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            // Their own pages are what is made here, twice.
            if (Path.GetFileName(file) != "README.md")
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
