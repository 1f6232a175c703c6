using Featuresmith.Sources;

namespace Featuresmith.Definitions;

/// <summary>What a person writes about one Feature, in templates/&lt;id&gt;/feature.jsonc.</summary>
/// <param name="Source">The file.</param>
/// <param name="Folder">The template folder on disk.</param>
/// <param name="Metadata">What goes into devcontainer-feature.json.</param>
/// <param name="Conflicts">Features that cannot stand beside this one.</param>
/// <param name="Allowed">Rules whose findings this Feature lives with.</param>
/// <param name="Downloads">What install.sh may download.</param>
/// <param name="Scenarios">The smoke tests, in the order of the file.</param>
/// <param name="Comparison">How it stands beside the collection's other Features; null where nobody compares it.</param>
public sealed record FeatureDefinition(
    SourceText Source,
    string Folder,
    FeatureMetadata Metadata,
    IReadOnlyList<FeatureConflict> Conflicts,
    IReadOnlyList<RuleAllowance> Allowed,
    IReadOnlyList<FeatureDownload> Downloads,
    IReadOnlyList<SmokeScenario> Scenarios,
    FeatureComparison? Comparison
)
{
    /// <summary>What devcontainer.json has to ask for in its stead.</summary>
    public IReadOnlyList<FeatureHint> Hints { get; init; } = [];

    /// <summary>The folder's name, which the Feature's id has to equal.</summary>
    public string FolderName => Path.GetFileName(Folder);
}
