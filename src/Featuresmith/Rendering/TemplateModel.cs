using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Scriban.Runtime;

namespace Featuresmith.Rendering;

/// <summary>The names that a template may use; anything else is an error at its place.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>metadata</c>: the definition's metadata, as in devcontainer-feature.json.</item>
/// <item><c>metadata_text</c>: the same as it is written in the definition, comments and layout included.</item>
/// <item><c>feature</c>: its <c>id</c>, <c>version</c> and <c>name</c>.</item>
/// <item><c>options</c>: each with <c>id</c>, <c>env</c>, <c>type</c>, <c>default</c>, <c>values</c>, <c>description</c>.</item>
/// <item><c>conflicts</c>: each with <c>feature</c> and <c>reason</c>.</item>
/// <item><c>scenarios</c>, <c>host_scenarios</c>, <c>failing_scenarios</c>: see <see cref="ScenarioModel"/>.</item>
/// <item><c>collection</c>: features/collection.jsonc.</item>
/// </list>
/// </remarks>
public static class TemplateModel
{
    /// <summary>The names for the templates of one definition.</summary>
    public static ScriptObject For(FeatureDefinition definition, CollectionSettings collection) =>
        TemplateValues.Object([
            ("metadata", TemplateValues.Object(definition.Metadata.Syntax)),
            ("metadata_text", JsonText.AsWritten(definition.Metadata.Syntax)),
            ("feature", Feature(definition.Metadata)),
            ("options", TemplateValues.Array(definition.Metadata.Options.Select(Option))),
            ("conflicts", TemplateValues.Array(definition.Conflicts.Select(Conflict))),
            ("scenarios", ScenarioModel.For(definition, collection, ScenarioKind.Plain)),
            ("host_scenarios", ScenarioModel.For(definition, collection, ScenarioKind.Host)),
            ("failing_scenarios", ScenarioModel.For(definition, collection, ScenarioKind.Failing)),
            ("collection", TemplateValues.Object(collection.Syntax)),
        ]);

    private static ScriptObject Feature(FeatureMetadata metadata) =>
        TemplateValues.Object([
            ("id", metadata.Id?.Value),
            ("version", metadata.Version?.Value),
            ("name", metadata.Name?.Value),
        ]);

    private static ScriptObject Option(FeatureOption option) =>
        TemplateValues.Object([
            ("id", option.Id.Value),
            ("env", option.EnvironmentName),
            ("type", option.Type?.Value),
            ("default", TemplateValues.From(option.Default)),
            ("values", Strings(option.Enum ?? option.Proposals ?? [])),
            ("description", option.Description?.Value),
        ]);

    private static ScriptObject Conflict(FeatureConflict conflict) =>
        TemplateValues.Object([("feature", conflict.Feature.Value), ("reason", conflict.Reason?.Value)]);

    private static ScriptArray Strings(IEnumerable<Located<string>> values) =>
        TemplateValues.Array(values.Select(value => value.Value));
}
