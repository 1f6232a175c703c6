using Featuresmith.Rendering;
using Featuresmith.Sources;
using Featuresmith.Syntax;

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
                    () => SourceText.FromBytes($"features/{file.Path}", file.Content.Span)
                ),
            ]
        );
}
