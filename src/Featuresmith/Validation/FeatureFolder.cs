using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation;

/// <summary>A Feature's folder as the rules see it, on disk or only rendered.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Tree">The text that holds the metadata: devcontainer-feature.json, or the definition it was made from.</param>
/// <param name="Metadata">The metadata; null where the file holds no object.</param>
/// <param name="Files">All files below the folder, sorted by path.</param>
public sealed record FeatureFolder(
    string Name,
    JsonSyntaxTree Tree,
    FeatureMetadata? Metadata,
    IReadOnlyList<FeatureFile> Files
)
{
    private FeatureScripts? scripts;

    /// <summary>The metadata file's name.</summary>
    public const string MetadataName = "devcontainer-feature.json";

    /// <summary>The install script's name.</summary>
    public const string InstallName = "install.sh";

    /// <summary>The install script, or null where there is none.</summary>
    public FeatureFile? Install => Files.FirstOrDefault(file => file.Path == InstallName);

    /// <summary>The shell scripts, and what happens when install.sh runs.</summary>
    public FeatureScripts Scripts => scripts ??= FeatureScripts.Of(this);

    /// <summary>The place for findings about the Feature as a whole: its id, or the beginning of the metadata file.</summary>
    public SourceSpan Place => Metadata?.Id?.Span ?? Tree.Source.Span(0, 0);

    /// <summary>
    /// Whether a published reference is this Feature. No metadata says where a Feature is published, but its
    /// documentation lies in the repository after which the namespace is named.
    /// </summary>
    public bool IsPublishedAs(FeatureReference reference) =>
        reference is { Kind: FeatureReferenceKind.Registry, Namespace.Length: > 0 }
        && reference.Id == Metadata?.Id?.Value
        && Metadata.Syntax.String("documentationURL") is { } url
        && $"{url.Value}/".Contains($"/{reference.Namespace}/", StringComparison.OrdinalIgnoreCase);
}
