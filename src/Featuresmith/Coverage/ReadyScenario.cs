using System.Text.Json.Nodes;
using Featuresmith.Syntax;

namespace Featuresmith.Coverage;

/// <summary>A scenario that somebody can add so that more values are tried.</summary>
/// <param name="Name">Its name, which no scenario of the Feature has.</param>
/// <param name="Options">The options that it sets, in the metadata's order.</param>
public sealed record ReadyScenario(string Name, IReadOnlyList<(string Option, JsonNode Value)> Options)
{
    /// <summary>As few scenarios as try every missing value: each sets every option that still lacks one.</summary>
    /// <param name="coverage">What is tried already.</param>
    /// <param name="taken">The names that are taken.</param>
    public static IReadOnlyList<ReadyScenario> Together(FeatureCoverage coverage, IEnumerable<string> taken)
    {
        var names = new ScenarioNames(taken);
        var rounds = coverage.Options.Select(option => option.Suggested.Count).DefaultIfEmpty().Max();
        return
        [
            .. from round in Enumerable.Range(0, rounds)
            let options = coverage.Options.Where(option => option.Suggested.Count > round).ToList()
            let name = options.Count == 1 ? Single(options[0], options[0].Suggested[round]) : "more_options"
            select new ReadyScenario(
                names.Take(name),
                [.. options.Select(option => Setting(option, option.Suggested[round]))]
            ),
        ];
    }

    /// <summary>One scenario for each missing value: more containers, and a failure names its option.</summary>
    /// <param name="coverage">What is tried already.</param>
    /// <param name="taken">The names that are taken.</param>
    public static IReadOnlyList<ReadyScenario> Apart(FeatureCoverage coverage, IEnumerable<string> taken)
    {
        var names = new ScenarioNames(taken);
        return
        [
            .. from option in coverage.Options
            from value in option.Suggested
            select new ReadyScenario(names.Take(Single(option, value)), [Setting(option, value)]),
        ];
    }

    /// <summary>The options as a JSON object.</summary>
    public JsonObject OptionsObject() =>
        new(Options.Select(option => KeyValuePair.Create(option.Option, (JsonNode?)option.Value.DeepClone())));

    private static string Single(OptionCoverage option, string value) => $"{option.Option.Id.Value}_{value}";

    // A boolean is written as one; "true" in quotation marks would be another type.
    private static (string, JsonNode) Setting(OptionCoverage coverage, string value) =>
        (
            coverage.Option.Id.Value,
            coverage.Option.Type?.Value == "boolean" || coverage.Option.Default is JsonBooleanSyntax
                ? JsonValue.Create(value == "true")
                : JsonValue.Create(value)!
        );
}
