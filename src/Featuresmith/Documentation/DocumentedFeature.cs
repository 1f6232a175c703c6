using Featuresmith.Definitions;
using Featuresmith.Validation;

namespace Featuresmith.Documentation;

/// <summary>Everything that a page about a Feature is made from.</summary>
/// <param name="Folder">The Feature's folder.</param>
/// <param name="Metadata">What devcontainer-feature.json says.</param>
/// <param name="Place">Where it is published.</param>
/// <param name="Tested">What its smoke tests gave, by base image.</param>
/// <param name="Conflicts">Features that cannot stand beside it, with the reason, whichever of the two says so.</param>
public sealed record DocumentedFeature(
    FeatureFolder Folder,
    FeatureMetadata Metadata,
    PublishedPlace Place,
    IReadOnlyList<TestedBase> Tested,
    IReadOnlyList<(string Feature, string? Reason)> Conflicts
)
{
    /// <summary>The notes that people write beside the metadata.</summary>
    private const string NotesName = "NOTES.md";

    /// <summary>The id; the folder's name where there is none.</summary>
    public string Id => Metadata.Id?.Value ?? Folder.Name;

    /// <summary>The name for people; the id where there is none.</summary>
    public string Name => Metadata.Name?.Value ?? Id;

    /// <summary>What a devcontainer.json says to have it.</summary>
    public string Reference => Place.Reference(Metadata, Folder.Name);

    /// <summary>The text of NOTES.md with LF line ends; empty where there is none.</summary>
    public string Notes =>
        Folder.Files.FirstOrDefault(file => file.Path == NotesName)?.Source.Text.ReplaceLineEndings("\n").Trim() ?? "";

    /// <summary>What the container is given beyond what any container has.</summary>
    public IReadOnlyList<FeaturePrivilege> Privileges => [.. FeaturePrivilege.Of(Metadata)];
}
