using System.Text.Json.Nodes;
using Featuresmith.Definitions;

namespace Featuresmith.Documentation;

/// <summary>A collection as one HTML page that can be searched and needs nothing else: no network, no server.</summary>
public static class CataloguePage
{
    private const string Page = "documentation/catalogue.html";
    private const string Place = "{\"data\": \"goes here\"}";

    /// <summary>The page, the same bytes for the same collection.</summary>
    /// <param name="title">What the collection is called.</param>
    /// <param name="description">What it is, in a sentence; empty for nothing.</param>
    /// <param name="features">Its Features, in the order of the page.</param>
    /// <param name="folder">The folder of the Features as the page links to it; null for no links.</param>
    public static string Text(string title, string description, IEnumerable<DocumentedFeature> features, string? folder)
    {
        var data = new JsonObject
        {
            ["title"] = title,
            ["description"] = description,
            ["features"] = new JsonArray([.. features.Select(feature => Feature(feature, folder))]),
        };
        // The default encoder writes "<" as an escape, so no text can end the script element that the data stands in.
        return ReadPage().Replace(Place, data.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Feature(DocumentedFeature feature, string? folder) =>
        new()
        {
            ["id"] = feature.Id,
            ["name"] = feature.Name,
            ["version"] = feature.Metadata.Version?.Value,
            ["description"] = feature.Metadata.Description?.Value ?? "",
            ["reference"] = feature.Reference,
            ["deprecated"] = feature.Metadata.Syntax.Boolean("deprecated") is { Value: true },
            ["keywords"] = Strings((feature.Metadata.Syntax.Strings("keywords") ?? []).Select(word => word.Value)),
            ["options"] = new JsonArray([.. feature.Metadata.Options.Select(Option)]),
            ["tested"] = new JsonArray([.. feature.Tested.Select(Tested)]),
            ["privileges"] = Strings(feature.Privileges.Select(privilege => privilege.Phrase(name => name))),
            ["dependsOn"] = Strings(feature.Metadata.DependsOn.Select(needed => needed.Key.Value)),
            ["conflicts"] = new JsonArray([.. feature.Conflicts.Select(Conflict)]),
            ["readme"] = folder is null
                ? null
                : $"{folder}/{Uri.EscapeDataString(feature.Folder.Name)}/{FeatureReadme.FileName}",
        };

    private static JsonNode Option(FeatureOption option) =>
        new JsonObject
        {
            ["id"] = option.Id.Value,
            ["description"] = option.Description?.Value ?? "",
            ["type"] = option.Type?.Value ?? "string",
            ["default"] = option.DefaultText ?? "",
            ["values"] = Strings((option.Enum ?? option.Proposals ?? []).Select(value => value.Value)),
            ["open"] = option.Enum is null,
        };

    private static JsonNode Tested(TestedBase tested) =>
        new JsonObject
        {
            ["image"] = tested.Image,
            ["supported"] = tested.IsSupported,
            ["tests"] = tested.Tests,
        };

    private static JsonNode Conflict((string Feature, string? Reason) conflict) =>
        new JsonObject { ["feature"] = conflict.Feature, ["reason"] = conflict.Reason };

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string ReadPage()
    {
        using var text = new StreamReader(typeof(CataloguePage).Assembly.GetManifestResourceStream(Page)!);
        return text.ReadToEnd();
    }
}
