using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Packaging;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Publishing.Versions;

/// <summary>The file in which a person writes a Feature's version: its definition, or its metadata where it has none.</summary>
/// <param name="Id">The Feature.</param>
/// <param name="Source">The file.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Place">The version in it.</param>
/// <param name="Version">The version.</param>
public sealed record VersionedFeature(
    string Id,
    SourceText Source,
    string Path,
    Located<string> Place,
    SemanticVersion Version
)
{
    private string ChangelogPath => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, Changelog.FileName);

    /// <summary>Reads the Features of a repository with definitions, or of a collection without.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="show">Turns a path into the form that messages show.</param>
    /// <exception cref="PackagingException">A file has no id or no version.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<VersionedFeature> In(string root, Func<string, string> show)
    {
        var defined = CollectionRepository.Find(System.IO.Path.GetFullPath(root))?.DefinitionFolders() ?? [];
        return defined.Count > 0
            ?
            [
                .. defined.Select(folder =>
                    Read(System.IO.Path.Combine(folder, FeatureDefinitionReader.FileName), "metadata", show)
                ),
            ]
            :
            [
                .. PackedCollection
                    .FeatureFolders(root)
                    .Select(folder => Read(System.IO.Path.Combine(folder, FeaturePackager.MetadataName), null, show)),
            ];
    }

    /// <summary>Writes another version, changing nothing else in the file, and notes it in the Feature's changelog.</summary>
    /// <param name="version">The version.</param>
    /// <param name="notes">What is new, a line each.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(SemanticVersion version, IReadOnlyCollection<string> notes)
    {
        var (text, span) = (Source.Text, Place.Span);
        var changed = $"{text[..span.Start]}\"{version}\"{text[(span.Start + span.Length)..]}";
        var changelog = File.Exists(ChangelogPath) ? File.ReadAllText(ChangelogPath) : "";
        File.WriteAllText(ChangelogPath, Changelog.Add(changelog, version.ToString(), notes));
        File.WriteAllText(Path, changed, new UTF8Encoding(Source.HasByteOrderMark));
    }

    private static VersionedFeature Read(string file, string? key, Func<string, string> show)
    {
        var source = SourceText.Read(file, show(file));
        var root = JsonSyntaxTree.Parse(source, new DiagnosticBag()).RootObject;
        var metadata = key is null ? root : root?.Object(key);
        if (metadata?.String("id") is { } id && metadata.String("version") is { } version)
        {
            return SemanticVersion.TryParse(version.Value) is { } read
                ? new VersionedFeature(id.Value, source, file, version, read)
                : throw new PackagingException(source.Path, $"\"{version.Value}\" is no semantic version");
        }

        throw new PackagingException(source.Path, "has no \"id\" or no \"version\"");
    }
}
