using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke.Sandbox;

/// <summary>Which values of which options are tried: what the metadata lists, what scenarios use, what sandbox.jsonc adds.</summary>
/// <param name="collection">The collection.</param>
/// <param name="bag">Receives the mistakes in the files that are read.</param>
public sealed class SandboxPlan(SmokeCollection collection, DiagnosticBag bag)
{
    /// <summary>The cases of a Feature: its defaults first, then each option with each value that is not its default.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<SandboxCase> Cases(string feature, IReadOnlyList<SandboxDistribution> distributions)
    {
        var declared = SandboxDeclarations.Read(Path.Combine(collection.Tests, feature), bag);
        var options = Options(collection, feature, bag);
        return
        [
            .. from distribution in distributions
            from smokeCase in Cases(feature, options, declared, distribution)
            select smokeCase,
        ];
    }

    /// <summary>The options of a Feature.</summary>
    /// <exception cref="IOException">The metadata cannot be read.</exception>
    public static IReadOnlyList<FeatureOption> Options(SmokeCollection collection, string feature, DiagnosticBag bag)
    {
        var file = Path.Combine(collection.Sources, feature, "devcontainer-feature.json");
        return JsonSyntaxTree.Parse(SourceText.Read(file), bag).RootObject is { } metadata
            ? FeatureMetadataReader.Read(metadata).Options
            : [];
    }

    private IEnumerable<SandboxCase> Cases(
        string feature,
        IReadOnlyList<FeatureOption> options,
        SandboxDeclarations declared,
        SandboxDistribution distribution
    )
    {
        yield return new SandboxCase(feature, "", "", new Dictionary<string, string>(), distribution)
        {
            FailsWith = declared.FailsWith("", null),
        };
        foreach (var option in options)
        {
            var id = option.Id.Value;
            var values = Values(feature, option, declared)
                .Distinct()
                .Where(value => value != option.DefaultText)
                .ToList();
            foreach (var value in values.Count > 0 ? values : [null])
            {
                yield return new SandboxCase(feature, id, value, declared.With(id), distribution)
                {
                    FailsWith = declared.FailsWith(id, value),
                    SameBecause = declared.SameBecause(id, value),
                };
            }
        }
    }

    private IEnumerable<string?> Values(string feature, FeatureOption option, SandboxDeclarations declared) =>
        option.Default is JsonBooleanSyntax
            ? ["true", "false"]
            : (option.Enum ?? [])
                .Concat(option.Proposals ?? [])
                .Select(value => value.Value)
                .Concat(declared.Values(option.Id.Value))
                .Concat(option.Enum is null ? InScenarios(feature, option.Id.Value) : []);

    private IEnumerable<string> InScenarios(string feature, string option) =>
        from file in new[] { ScenarioFile.Name, ScenarioFile.HostName }
        from scenario in ScenarioFile.Read(Path.Combine(collection.Tests, feature, file), bag)
        let value = scenario.Configuration["features"]?[feature] is System.Text.Json.Nodes.JsonObject given
            ? given[option]
            : null
        where value is not null
        select value.ToString();
}
