using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation;

/// <summary>Reads the folder "test" of a collection in the standard layout.</summary>
/// <param name="files">Lists files.</param>
/// <param name="show">Turns a path into the form that messages show.</param>
internal sealed class TestFolderReader(FolderFiles files, Func<string, string> show)
{
    /// <summary>Reads the folders of "test" beside a folder "src".</summary>
    /// <param name="sources">The folder that holds the Features.</param>
    /// <param name="bag">Receives what the JSON reader finds.</param>
    /// <returns>The folders, sorted by name; none where the layout is another one.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<TestFolder> ReadBeside(string sources, DiagnosticBag bag)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(sources));
        var tests = Path.Combine(Path.GetDirectoryName(path) ?? path, "test");
        return Path.GetFileName(path) == FolderFiles.SourcesName && Directory.Exists(tests)
            ? [.. Directory.EnumerateDirectories(tests).Order(StringComparer.Ordinal).Select(test => Read(test, bag))]
            : [];
    }

    private TestFolder Read(string folder, DiagnosticBag bag) =>
        new(
            Path.GetFileName(folder),
            show(folder),
            files.Below(folder),
            [
                .. Scenarios(Path.Combine(folder, TestFolder.ScenariosName), false, bag),
                .. Scenarios(Path.Combine(folder, TestFolder.HostScenariosName), false, bag)
                    .Select(scenario => scenario with { IsTestedFromHost = true }),
                .. Scenarios(Path.Combine(folder, TestFolder.FailingScenariosName), true, bag),
            ]
        );

    private IEnumerable<FeatureConfiguration> Scenarios(string file, bool failing, DiagnosticBag bag) =>
        File.Exists(file)
            ? FeatureConfiguration.AllIn(JsonSyntaxTree.Parse(SourceText.Read(file, show(file)), bag), failing)
            : [];
}
