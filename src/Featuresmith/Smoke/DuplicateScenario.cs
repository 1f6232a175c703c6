using System.Text.Json.Nodes;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Smoke;

/// <summary>
/// The scenario of duplicate.sh: the Feature twice in one container, once with every option changed and once with its
/// defaults (devcontainers CLI, testCommandImpl.ts, runDuplicateTest).
/// </summary>
internal static class DuplicateScenario
{
    /// <summary>The script that asks for this scenario.</summary>
    public const string Script = "duplicate.sh";

    /// <summary>The name under which the Feature is installed a second time.</summary>
    public static string SecondName(string feature) => $"{feature}-0";

    /// <summary>The devcontainer.json and the variables for the script: OPTION, and OPTION__DEFAULT.</summary>
    /// <exception cref="IOException">The Feature's metadata cannot be read.</exception>
    public static (JsonObject Configuration, IReadOnlyDictionary<string, string> Environment) For(
        SmokeCollection collection,
        string feature
    )
    {
        var changed = new JsonObject();
        var defaults = new JsonObject();
        var environment = new Dictionary<string, string>();
        foreach (var option in Options(collection, feature))
        {
            var (usual, other) = Values(option);
            defaults[option.Id.Value] = usual.DeepClone();
            changed[option.Id.Value] = other;
            environment[option.EnvironmentName] = other.ToString();
            environment[$"{option.EnvironmentName}__DEFAULT"] = usual.ToString();
        }

        var features = new JsonObject { [feature] = changed, [SecondName(feature)] = defaults };
        return (new JsonObject { ["features"] = features }, environment);
    }

    private static IReadOnlyList<FeatureOption> Options(SmokeCollection collection, string feature)
    {
        var file = Path.Combine(collection.Sources, feature, "devcontainer-feature.json");
        var tree = JsonSyntaxTree.Parse(SourceText.Read(file), new DiagnosticBag());
        return tree.RootObject is { } metadata ? FeatureMetadataReader.Read(metadata).Options : [];
    }

    // A boolean is turned round; of the listed values the first that is not the default; else there is no other value.
    private static (JsonNode Usual, JsonNode Other) Values(FeatureOption option) =>
        option.Default switch
        {
            JsonBooleanSyntax boolean => (boolean.Value, !boolean.Value),
            JsonStringSyntax text => (text.Value, option.OtherValue ?? text.Value),
            _ => ("", ""),
        };
}
