using Featuresmith.Definitions;
using Featuresmith.Syntax;
using Scriban.Runtime;

namespace Featuresmith.Rendering;

/// <summary>
/// The scenarios of a definition as scenarios.json has them: each a devcontainer.json that the devcontainers CLI can test.
/// What that CLI has no word for stands under customizations.featuresmith, where it is passed over: the other base images,
/// and the text that a failing scenario must print.
/// </summary>
internal static class ScenarioModel
{
    /// <param name="definition">The definition.</param>
    /// <param name="collection">Names the base images for scenarios that name none.</param>
    /// <param name="kind">Which of them; each kind stands in a file of its own.</param>
    public static ScriptObject For(FeatureDefinition definition, CollectionSettings collection, ScenarioKind kind) =>
        TemplateValues.Object(
            from scenario in definition.Scenarios
            where KindOf(definition, scenario) == kind
            select (scenario.Name.Value, (object?)Scenario(definition, scenario, collection))
        );

    private static ScenarioKind KindOf(FeatureDefinition definition, SmokeScenario scenario)
    {
        var hostScript = Path.Combine(definition.Folder, "test", $"{scenario.Name.Value}.host.sh");
        return scenario.ExpectsFailure ? ScenarioKind.Failing
            : File.Exists(hostScript) || File.Exists(hostScript + TemplateSet.Extension) ? ScenarioKind.Host
            : ScenarioKind.Plain;
    }

    private static ScriptObject Scenario(
        FeatureDefinition definition,
        SmokeScenario scenario,
        CollectionSettings collection
    )
    {
        var bases = (scenario.Bases.Count > 0 ? scenario.Bases : collection.BaseImages).Select(image => image.Value);
        var features = TemplateValues.Object(
            Members(scenario.OtherFeatures)
                .Append((definition.FolderName, scenario.Options is { } options ? TemplateValues.Object(options) : []))
        );
        var ours = TemplateValues.Object([("bases", TemplateValues.Array(bases))]);
        if (scenario.ExcludedBases.Count > 0)
        {
            ours["excludeBases"] = TemplateValues.Array(scenario.ExcludedBases.Select(image => image.Value));
        }

        if (scenario.FailsWith is { } text)
        {
            ours["failsWith"] = text.Value;
        }

        return TemplateValues.Object(
            Members(scenario.Configuration)
                .Prepend(("image", bases.FirstOrDefault()))
                .Append(("features", features))
                .Append(("customizations", TemplateValues.Object([("featuresmith", ours)])))
        );
    }

    private static IEnumerable<(string Key, object? Value)> Members(JsonObjectSyntax? json) =>
        (json?.Members ?? []).Select(member => (member.Key.Value, TemplateValues.From(member.Value)));
}
