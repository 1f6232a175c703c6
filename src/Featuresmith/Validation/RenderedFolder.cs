using Featuresmith.Rendering;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Settings;
using Featuresmith.Validation.Suppressions;

namespace Featuresmith.Validation;

/// <summary>Shows a Feature that is only rendered to the rules, before anything is written.</summary>
public static class RenderedFolder
{
    /// <summary>
    /// The Feature's own folder. Its metadata is the definition's, so that a finding stands where a person can mend it.
    /// </summary>
    public static FeatureFolder For(RenderedFeature feature) =>
        new(
            feature.Definition.FolderName,
            new JsonSyntaxTree(feature.Definition.Source, feature.Definition.Metadata.Syntax),
            feature.Definition.Metadata,
            [
                .. from file in feature.Files
                where file.Path.StartsWith(feature.SourceFolder + "/", StringComparison.Ordinal)
                select new FeatureFile(
                    file.Path[(feature.SourceFolder.Length + 1)..],
                    file.IsExecutable,
                    () => TextOf(file)
                ),
            ]
        );

    /// <summary>What the checks of rendered Features look at.</summary>
    /// <param name="features">The Features.</param>
    /// <param name="settings">The settings of their collection.</param>
    public static LintScope ScopeOf(IReadOnlyList<RenderedFeature> features, LintSettings settings) =>
        new(
            [
                .. features.Select(feature => feature.Definition.Source),
                .. features.SelectMany(feature => feature.Files).Select(TextOf),
            ],
            settings,
            [
                .. features.SelectMany(feature =>
                    DefinitionAllowances.Of(
                        feature.Definition,
                        $"features/{feature.SourceFolder}",
                        $"features/{feature.TestFolder}"
                    )
                ),
            ],
            IsWholeCollection: false
        );

    private static SourceText TextOf(RenderedFile file) =>
        SourceText.FromBytes($"features/{file.Path}", file.Content.Span);
}
