using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation;

/// <summary>A devcontainer.json, in which people use Features.</summary>
/// <param name="Tree">The text, JSON with comments.</param>
/// <param name="Folder">The folder that it lies in, absolute: local Features are named from here.</param>
public sealed record DevContainerFile(JsonSyntaxTree Tree, string Folder)
{
    /// <summary>The file's usual name.</summary>
    public const string Name = "devcontainer.json";

    /// <summary>The file's name where it lies at the root of a repository.</summary>
    public const string RootName = ".devcontainer.json";

    /// <summary>The folder that holds it otherwise.</summary>
    public const string FolderName = ".devcontainer";

    /// <summary>Reads a file from the disk.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shownPath">Its path for messages.</param>
    /// <param name="bag">Receives what the JSON reader finds.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DevContainerFile Read(string file, string shownPath, DiagnosticBag bag) =>
        new(
            JsonSyntaxTree.Parse(SourceText.Read(file, shownPath), bag),
            Path.GetDirectoryName(Path.GetFullPath(file))!
        );

    /// <summary>The Features that it asks for, each with what it is given.</summary>
    public IReadOnlyList<JsonMemberSyntax> Features => Tree.RootObject?.Object("features")?.Members ?? [];

    /// <summary>
    /// The folder that local Features have to lie below: the workspace's .devcontainer, wherever below or beside it this file
    /// lies. Null where the file lies in no such place.
    /// </summary>
    public string? FeatureRoot
    {
        get
        {
            if (Path.GetFileName(Tree.Source.Path) == RootName)
            {
                return Path.Combine(Folder, FolderName);
            }

            for (var folder = Folder; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (Path.GetFileName(folder) == FolderName)
                {
                    return folder;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// The devcontainer.json files of a repository: .devcontainer.json, .devcontainer/devcontainer.json and
    /// .devcontainer/&lt;folder&gt;/devcontainer.json (specification, "devcontainer.json").
    /// </summary>
    public static IEnumerable<string> In(string repository)
    {
        var folder = Path.Combine(repository, FolderName);
        string[] candidates =
        [
            Path.Combine(repository, RootName),
            Path.Combine(folder, Name),
            .. Directory.Exists(folder)
                ? Directory
                    .EnumerateDirectories(folder)
                    .Order(StringComparer.Ordinal)
                    .Select(below => Path.Combine(below, Name))
                : [],
        ];
        return candidates.Where(File.Exists);
    }
}
