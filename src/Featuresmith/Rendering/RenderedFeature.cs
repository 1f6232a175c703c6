using Featuresmith.Definitions;

namespace Featuresmith.Rendering;

/// <summary>Everything that one definition makes: its folders below features/src and features/test.</summary>
/// <param name="Definition">What it was made from.</param>
/// <param name="Files">All files, sorted by path.</param>
public sealed record RenderedFeature(FeatureDefinition Definition, IReadOnlyList<RenderedFile> Files)
{
    /// <summary>The folder of the Feature itself, below "features".</summary>
    public string SourceFolder => $"src/{Definition.FolderName}";

    /// <summary>The folder of its tests, below "features".</summary>
    public string TestFolder => $"test/{Definition.FolderName}";
}
