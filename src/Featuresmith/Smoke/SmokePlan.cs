using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;

namespace Featuresmith.Smoke;

/// <summary>Which containers a run builds: Features x scenarios x base images.</summary>
/// <param name="collection">The collection.</param>
/// <param name="bag">Receives the mistakes in scenario files.</param>
public sealed class SmokePlan(SmokeCollection collection, DiagnosticBag bag)
{
    /// <summary>The script that tests a Feature with its defaults.</summary>
    private const string DefaultScript = "test.sh";

    /// <summary>The base image where neither the caller nor the scenario names one; the devcontainers CLI's own default.</summary>
    private const string DefaultBase = "ubuntu:focal";

    /// <summary>All cases, Feature by Feature: its defaults, its scenarios, its expected failures.</summary>
    /// <param name="features">The Features' ids.</param>
    /// <param name="bases">Base images that replace those of the scenarios; empty to keep them.</param>
    /// <param name="defaultBases">Base images for test.sh where <paramref name="bases"/> is empty.</param>
    public IReadOnlyList<SmokeCase> Cases(
        IEnumerable<string> features,
        IReadOnlyList<string> bases,
        IReadOnlyList<string> defaultBases
    ) => [.. features.SelectMany(feature => Cases(feature, bases, defaultBases))];

    private IEnumerable<SmokeCase> Cases(
        string feature,
        IReadOnlyList<string> bases,
        IReadOnlyList<string> defaultBases
    )
    {
        var folder = Path.Combine(collection.Tests, feature);
        if (File.Exists(Path.Combine(folder, DefaultScript)))
        {
            var configuration = new JsonObject { ["features"] = new JsonObject { [feature] = new JsonObject() } };
            foreach (var image in FirstGiven(bases, defaultBases, [DefaultBase]))
            {
                yield return new SmokeCase(feature, "test", image, On(configuration, image), DefaultScript, null);
            }
        }

        foreach (var file in new[] { ScenarioFile.Name, ScenarioFile.FailingName })
        {
            foreach (var (name, configuration) in ScenarioFile.Read(Path.Combine(folder, file), bag))
            {
                foreach (var image in Images(configuration, bases))
                {
                    var failsWith =
                        file == ScenarioFile.FailingName ? Ours(configuration)?["failsWith"]?.ToString() ?? "" : null;
                    yield return new SmokeCase(feature, name, image, On(configuration, image), $"{name}.sh", failsWith);
                }
            }
        }
    }

    private static IReadOnlyList<string> Images(JsonObject configuration, IReadOnlyList<string> bases)
    {
        // A scenario that builds its own image has no base to exchange.
        if (configuration["image"]?.ToString() is not { } image)
        {
            return [""];
        }

        var own = (Ours(configuration)?["bases"] as JsonArray)?.Select(item => item!.ToString()).ToList() ?? [image];
        return FirstGiven(bases, own);
    }

    private static IReadOnlyList<string> FirstGiven(params IReadOnlyList<string>[] lists) =>
        lists.First(list => list.Count > 0);

    private static JsonObject On(JsonObject configuration, string image)
    {
        var copy = configuration.DeepClone().AsObject();
        if (image.Length > 0)
        {
            copy["image"] = image;
        }

        return copy;
    }

    private static JsonObject? Ours(JsonObject configuration) =>
        (configuration["customizations"] as JsonObject)?["featuresmith"] as JsonObject;
}
