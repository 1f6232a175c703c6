using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation;

/// <summary>Reads Feature folders from the disk.</summary>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class FeatureFolderReader(Func<string, string> show)
{
    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        // A link to a parent would be walked without end otherwise.
        MaxRecursionDepth = 32,
    };

    /// <summary>Reads one Feature's folder.</summary>
    /// <param name="folder">A folder that holds a devcontainer-feature.json.</param>
    /// <param name="bag">Receives what the JSON reader finds.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public FeatureFolder Read(string folder, DiagnosticBag bag)
    {
        var metadataFile = Path.Combine(folder, FeatureFolder.MetadataName);
        var tree = JsonSyntaxTree.Parse(SourceText.Read(metadataFile, show(metadataFile)), bag);
        return new FeatureFolder(
            Path.GetFileName(folder),
            tree,
            tree.RootObject is { } json ? FeatureMetadataReader.Read(json) : null,
            [
                .. Directory
                    .EnumerateFiles(folder, "*", EveryFile)
                    .Select(file => ReadFile(folder, file))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Reads the Features that lie directly in a folder.</summary>
    public FeatureCollection ReadCollection(string folder, DiagnosticBag bag) =>
        new(show(folder), [.. FeatureFoldersIn(folder).Select(feature => Read(feature, bag))]);

    /// <summary>The folders directly below a folder that hold a devcontainer-feature.json, sorted by name.</summary>
    public static IEnumerable<string> FeatureFoldersIn(string folder) =>
        Directory.EnumerateDirectories(folder).Where(IsFeatureFolder).Order(StringComparer.Ordinal);

    /// <summary>Whether a folder holds a devcontainer-feature.json.</summary>
    public static bool IsFeatureFolder(string folder) => File.Exists(Path.Combine(folder, FeatureFolder.MetadataName));

    private FeatureFile ReadFile(string folder, string file) =>
        new(
            Path.GetRelativePath(folder, file).Replace('\\', '/'),
            !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute),
            () => SourceText.Read(file, show(file))
        );
}
