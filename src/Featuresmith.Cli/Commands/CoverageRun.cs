using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Coverage;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "coverage": read, count, report, and perhaps add what is missing.</summary>
/// <param name="path">Whose scenarios are looked at.</param>
/// <param name="output">Receives the report.</param>
/// <param name="error">Receives what is said beside it.</param>
internal sealed class CoverageRun(string path, TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required IReadOnlyList<string> Ids { get; init; }

    public required bool Scenarios { get; init; }

    public required bool Apart { get; init; }

    public required bool Write { get; init; }

    public required int Minimum { get; init; }

    public required bool Json { get; init; }

    public required bool Colour { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        var (target, collection, bag) = CollectionAtPath.Read(path);
        if (bag.HasErrors)
        {
            new TextReport(output, Colour).Write(bag.Sorted());
            return ExitCode.Findings;
        }

        var ids = CollectionAtPath.Chosen(target, collection, Ids);
        var coverage = FeatureCoverage
            .Of(collection)
            .Where(feature => ids.Count == 0 || ids.Contains(feature.Feature.Name))
            .ToList();
        if (Json)
        {
            new CoverageReport(output).WriteJson(coverage);
        }
        else
        {
            new CoverageReport(output).Write(coverage);
        }

        if (Scenarios || Write)
        {
            Offer(target, collection, coverage);
        }

        return coverage.Any(feature => feature.Percent < Minimum) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Offer(CollectionFolder target, FeatureCollection collection, IReadOnlyList<FeatureCoverage> coverage)
    {
        foreach (var feature in coverage)
        {
            var place = ScenarioAddition.For(target.Sources, collection, feature.Feature);
            var scenarios = Apart
                ? ReadyScenario.Apart(feature, place.TakenNames)
                : ReadyScenario.Together(feature, place.TakenNames);
            if (scenarios.Count == 0)
            {
                continue;
            }

            if (Write)
            {
                Add(place, feature, scenarios);
            }
            else if (!Json)
            {
                var entries = scenarios.Select(scenario =>
                    KeyValuePair.Create(scenario.Name, (JsonNode?)place.Entry(feature.Feature.Name, scenario))
                );
                output.WriteLine($"\n{feature.Feature.Name}\n{new JsonObject(entries).ToJsonString(Layout)}");
            }
        }
    }

    private void Add(ScenarioAddition place, FeatureCoverage feature, IReadOnlyList<ReadyScenario> scenarios)
    {
        var bag = new DiagnosticBag();
        var files = place.Files(feature.Feature.Name, scenarios, bag);
        if (files.Count == 0)
        {
            new TextReport(error, colour: false).Write(bag.Sorted());
            throw new UsageException(
                $"no scenario can be added in {CommonOptions.Show(place.Folder)}: mend the file first"
            );
        }

        var writer = new FolderWriter(place.Folder);
        var plan = writer.Plan(files);
        writer.Apply(plan);
        foreach (var change in plan)
        {
            error.WriteLine(
                $"{change.Kind.ToString().ToLowerInvariant()} {CommonOptions.Show(Path.Combine(place.Folder, change.Path))}"
            );
        }

        if (place.NeedsGenerate)
        {
            error.WriteLine($"\"featuresmith generate -f {feature.Feature.Name}\" brings them into features/");
        }
    }
}
