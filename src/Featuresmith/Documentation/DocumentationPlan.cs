using Featuresmith.Rendering;

namespace Featuresmith.Documentation;

/// <summary>What writing the pages would change, folder by folder.</summary>
/// <param name="show">Turns a path into the form that messages show.</param>
public sealed class DocumentationPlan(Func<string, string> show)
{
    private readonly List<(FolderWriter Writer, IReadOnlyList<FolderChange> Changes, string Folder)> parts = [];

    /// <summary>Every file, under the path that messages show.</summary>
    public IReadOnlyList<FolderChange> Changes =>
        [
            .. from part in parts
            from change in part.Changes
            select change with
            {
                Path = show(Path.Combine(part.Folder, change.Path)),
            },
        ];

    /// <summary>Whether a file is not as it should be.</summary>
    public bool Drifts => Changes.Any(change => change.Kind != FolderChangeKind.Left);

    /// <summary>Compares files with the disk.</summary>
    /// <param name="folder">The folder that their paths begin at.</param>
    /// <param name="files">The files.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public void Add(string folder, IReadOnlyList<RenderedFile> files)
    {
        var writer = new FolderWriter(folder);
        parts.Add((writer, writer.Plan(files), folder));
    }

    /// <summary>Writes what differs.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Apply()
    {
        foreach (var (writer, changes, _) in parts)
        {
            writer.Apply(changes);
        }
    }
}
