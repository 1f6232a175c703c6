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

    /// <summary>The build argument that tells a scenario's own Dockerfile its base image.</summary>
    private const string BaseArgument = "BASE_IMAGE";

    /// <summary>All cases, Feature by Feature: its defaults, its scenarios, its expected failures, itself twice.</summary>
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
        var usual = FirstGiven(bases, defaultBases, [DefaultBase]);
        return Defaults(feature, usual)
            .Concat(Scenarios(feature, ScenarioFile.Name, bases))
            .Concat(Scenarios(feature, ScenarioFile.HostName, bases))
            .Concat(Scenarios(feature, ScenarioFile.FailingName, bases))
            .Concat(Duplicates(feature, usual));
    }

    private IEnumerable<SmokeCase> Defaults(string feature, IReadOnlyList<string> bases)
    {
        if (!HasScript(feature, DefaultScript) || feature == SmokeCollection.GlobalName)
        {
            return [];
        }

        var configuration = new JsonObject { ["features"] = new JsonObject { [feature] = new JsonObject() } };
        return bases.Select(image => new SmokeCase(
            feature,
            "test",
            image,
            On(configuration, image),
            DefaultScript,
            null
        ));
    }

    private IEnumerable<SmokeCase> Scenarios(string feature, string file, IReadOnlyList<string> bases) =>
        from scenario in ScenarioFile.Read(Path.Combine(collection.Tests, feature, file), bag)
        let ours = Ours(scenario.Configuration)
        let failsWith = file == ScenarioFile.FailingName ? ours?["failsWith"]?.ToString() ?? "" : null
        from image in Images(scenario.Configuration, bases)
        select new SmokeCase(
            feature,
            scenario.Name,
            image,
            On(scenario.Configuration, image),
            $"{scenario.Name}.sh",
            failsWith
        );

    private IEnumerable<SmokeCase> Duplicates(string feature, IReadOnlyList<string> bases)
    {
        if (!HasScript(feature, DuplicateScenario.Script))
        {
            return [];
        }

        var (configuration, environment) = DuplicateScenario.For(collection, feature);
        return bases.Select(image => new SmokeCase(
            feature,
            "duplicate",
            image,
            On(configuration, image),
            DuplicateScenario.Script,
            null
        )
        {
            Environment = environment,
        });
    }

    private bool HasScript(string feature, string script) =>
        File.Exists(Path.Combine(collection.Tests, feature, script));

    private static IReadOnlyList<string> Images(JsonObject configuration, IReadOnlyList<string> bases)
    {
        // A scenario that builds its own image has no base to exchange.
        if (configuration["image"]?.ToString() is not { } image)
        {
            return [""];
        }

        var ours = Ours(configuration);
        var own = Strings(ours?["bases"]) is { Count: > 0 } listed ? listed : [image];
        return [.. FirstGiven(bases, own).Except(Strings(ours?["excludeBases"]))];
    }

    private static List<string> Strings(JsonNode? array) =>
        [.. (array as JsonArray ?? []).OfType<JsonValue>().Select(item => item.ToString())];

    private static IReadOnlyList<string> FirstGiven(params IReadOnlyList<string>[] lists) =>
        lists.First(list => list.Count > 0);

    private static JsonObject On(JsonObject configuration, string image)
    {
        var copy = configuration.DeepClone().AsObject();
        if (image.Length > 0 && copy["build"] is JsonObject build)
        {
            // A Dockerfile of the scenario's: it says "ARG BASE_IMAGE" and "FROM $BASE_IMAGE". Two images would be one too many.
            copy.Remove("image");
            var arguments = build["args"] as JsonObject ?? new JsonObject();
            arguments[BaseArgument] = image;
            build["args"] = arguments.DeepClone();
        }
        else if (image.Length > 0)
        {
            copy["image"] = image;
        }

        return copy;
    }

    private static JsonObject? Ours(JsonObject configuration) =>
        (configuration["customizations"] as JsonObject)?["featuresmith"] as JsonObject;
}
