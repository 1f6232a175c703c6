using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Collection;

/// <summary>What a Feature's NOTES.md tells people to write into their devcontainer.json, and what its scenarios run with.</summary>
public class NotesSnippetTests
{
    private const string Fence = "```jsonc scenario";

    private static readonly JsonDocumentOptions WithComments = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static IEnumerable<string> FeaturesWithSnippet =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "templates"), "NOTES.md", SearchOption.AllDirectories)
            .Where(notes => File.ReadLines(notes).Contains(Fence))
            .Select(notes => Path.GetFileName(Path.GetDirectoryName(notes))!)
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(FeaturesWithSnippet))]
    public void A_scenario_runs_with_the_very_snippet(string feature)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "templates", feature);
        using var definition = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "feature.jsonc")),
            WithComments
        );
        var configurations = definition
            .RootElement.GetProperty("scenarios")
            .EnumerateObject()
            .Where(scenario => scenario.Value.TryGetProperty("config", out _))
            .Select(scenario => scenario.Value.GetProperty("config"))
            .ToList();
        foreach (var snippet in Snippets(Path.Combine(folder, "NOTES.md")))
        {
            using var wanted = JsonDocument.Parse(snippet, WithComments);
            var properties = wanted.RootElement.EnumerateObject().ToList();
            configurations
                .Any(configuration => properties.All(property => Has(configuration, property)))
                .ShouldBeTrue($"no scenario of {feature} has: {snippet}");
        }
    }

    private static bool Has(JsonElement configuration, JsonProperty property) =>
        configuration.TryGetProperty(property.Name, out var value) && JsonElement.DeepEquals(value, property.Value);

    private static IEnumerable<string> Snippets(string notes)
    {
        var lines = File.ReadAllLines(notes);
        return from start in Enumerable.Range(0, lines.Length)
            where lines[start] == Fence
            select string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line != "```"));
    }
}
