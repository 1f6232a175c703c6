using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation;

/// <summary>Reads Feature folders from the disk.</summary>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class FeatureFolderReader(Func<string, string> show)
{
    private readonly FolderFiles files = new(show);

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
            files.Below(folder)
        );
    }

    /// <summary>Reads the Features that lie directly in a folder, and the tests beside a folder "src".</summary>
    public FeatureCollection ReadCollection(string folder, DiagnosticBag bag)
    {
        var tests = new TestFolderReader(files, show).ReadBeside(folder, bag);
        var features = SideBySide.Select(
            [.. FeatureFoldersIn(folder)],
            path =>
            {
                var own = new DiagnosticBag();
                return (Feature: Read(path, own), Found: own);
            }
        );
        bag.AddRange(features.SelectMany(read => read.Found));
        return new(show(folder), [.. features.Select(read => read.Feature)])
        {
            Tests = tests,
            Configurations = [.. tests.SelectMany(test => test.Scenarios)],
            Strays = StraysIn(folder),
            Definitions = DefinitionsBeside.Of(folder),
        };
    }

    /// <summary>The folders directly below a folder that hold a devcontainer-feature.json, sorted by name.</summary>
    public static IEnumerable<string> FeatureFoldersIn(string folder) =>
        Directory.EnumerateDirectories(folder).Where(IsFeatureFolder).Order(StringComparer.Ordinal);

    /// <summary>Whether a folder holds a devcontainer-feature.json.</summary>
    public static bool IsFeatureFolder(string folder) => File.Exists(Path.Combine(folder, FeatureFolder.MetadataName));

    // Only in a folder "src": elsewhere, such as in a repository's root, a neighbour may be anything.
    private static List<string> StraysIn(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) != FolderFiles.SourcesName
            ? []
            :
            [
                .. Directory
                    .EnumerateFileSystemEntries(folder)
                    .Where(entry => !IsFeatureFolder(entry))
                    .Select(entry => Path.GetFileName(entry))
                    .Order(StringComparer.Ordinal),
            ];
}
