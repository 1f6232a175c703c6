using System.Text;
using Featuresmith.Consuming.Editing;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

/// <summary>
/// Walks tests/golden/devcontainer-edits: before.json and what adding a Feature makes of it, after.json; or problem.txt, where the
/// file cannot be edited.
/// </summary>
public class EditGoldenTests
{
    private const string Reference = "registry.example.test/owner/features/hello:1";

    private static readonly string Goldens = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "golden",
        "devcontainer-edits"
    );

    public static IEnumerable<string> Shapes =>
        Directory
            .EnumerateDirectories(Goldens)
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Shapes))]
    public void Adding_changes_this_shape_as_its_golden_says(string shape)
    {
        var (file, problems) = Add(shape, Entry(shape));
        if (problems.Length > 0)
        {
            problems.ShouldBe(Golden(shape, "problem.txt"));
            File.Exists(Path.Combine(Goldens, shape, "after.json")).ShouldBeFalse();
        }
        else
        {
            Encoding.UTF8.GetString(file.Content!).ShouldBe(Golden(shape, "after.json"));
        }
    }

    [TestCaseSource(nameof(Shapes))]
    public void Removing_what_was_added_gives_every_byte_back(string shape)
    {
        var (file, problems) = Add(shape, Entry(shape));
        if (problems.Length > 0)
        {
            return;
        }

        var after = SourceText.FromBytes("devcontainer.json", file.Content);
        Open(after, []).ShouldNotBeNull().Remove(Reference).ShouldBe(file.Before!.Text);
    }

    [Test]
    public void There_are_sixty_shapes_and_more() => Shapes.Count().ShouldBeGreaterThanOrEqualTo(60);

    private static FeatureEntry Entry(string shape) =>
        new(
            Reference,
            shape.Contains("options", StringComparison.Ordinal)
                ? [new FeatureEntryOption("greeting", "\"hey\""), new FeatureEntryOption("loud", "true")]
                : []
        );

    private static (DevContainerEdit Edit, string Problems) Add(string shape, FeatureEntry entry)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Goldens, shape, "before.json"));
        var source = SourceText.FromBytes("devcontainer.json", bytes);
        var bag = new DiagnosticBag();
        var text = Open(source, bag)?.Add(entry);
        return text is null
            ? (new DevContainerEdit("", source, null), string.Concat(bag.Sorted().Select(found => $"{found}\n")))
            : (new DevContainerEdit("", source, text), "");
    }

    private static FeaturesText? Open(SourceText source, DiagnosticBag bag) =>
        FeaturesText.Open(JsonSyntaxTree.Parse(source, bag), bag);

    private static string Golden(string shape, string name)
    {
        var file = Path.Combine(Goldens, shape, name);
        return File.Exists(file) ? Encoding.UTF8.GetString(File.ReadAllBytes(file)) : $"(there is no {name})";
    }
}
