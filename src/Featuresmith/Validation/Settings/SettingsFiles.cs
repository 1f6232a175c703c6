using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Settings;

/// <summary>Finds and reads the settings that hold for a path.</summary>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class SettingsFiles(Func<string, string> show)
{
    /// <summary>The file that any repository may have at its root.</summary>
    public const string FileName = ".featuresmith.jsonc";

    /// <summary>The schema that says what <see cref="FileName"/> may hold.</summary>
    public const string SchemaName = "settings";

    /// <summary>
    /// The settings of the nearest folder, upwards, that has any. A folder may have .featuresmith.jsonc and
    /// features/collection.jsonc; of a rule that both speak of, the former counts.
    /// </summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="bag">Receives every mistake in the files.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public LintSettings For(string path, DiagnosticBag bag)
    {
        var start = Path.GetFullPath(path);
        for (
            var folder = Directory.Exists(start) ? new DirectoryInfo(start) : new FileInfo(start).Directory;
            folder is not null;
            folder = folder.Parent
        )
        {
            var (own, collection) = (
                Path.Combine(folder.FullName, FileName),
                new CollectionRepository(folder.FullName).SettingsFile
            );
            if (File.Exists(own) || File.Exists(collection))
            {
                return Read(own, folder.FullName, bag).Over(ReadCollection(collection, folder.FullName, bag));
            }

            // What lies above a checkout is no part of it.
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                break;
            }
        }

        return LintSettings.Default;
    }

    private LintSettings Read(string file, string root, DiagnosticBag bag)
    {
        if (!File.Exists(file))
        {
            return LintSettings.Default;
        }

        var tree = JsonSyntaxTree.Parse(SourceText.Read(file, show(file)), bag);
        if (tree.Root is { } json)
        {
            bag.AddRange(SchemaCheck.For(SchemaName).Check(json).Select(finding => finding.By(SettingsRules.Settings)));
        }

        return Read(tree.RootObject, root, bag);
    }

    private LintSettings ReadCollection(string file, string root, DiagnosticBag bag) =>
        File.Exists(file)
            ? Read(CollectionSettings.Read(SourceText.Read(file, show(file)), bag)?.Syntax, root, bag)
            : LintSettings.Default;

    private LintSettings Read(JsonObjectSyntax? json, string root, DiagnosticBag bag) =>
        json is null
            ? LintSettings.Default
            : new LintSettingsReader(show(root) is "." ? "" : show(root).TrimEnd('/'), bag).Read(json);
}
