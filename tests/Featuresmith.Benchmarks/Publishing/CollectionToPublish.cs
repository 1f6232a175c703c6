namespace Featuresmith.Benchmarks.Publishing;

/// <summary>The collection that is published: a given one, or the corpus with scripts made up.</summary>
internal sealed class CollectionToPublish : IDisposable
{
    private readonly DirectoryInfo? made;

    /// <param name="given">A repository with "src"; null for the corpus.</param>
    /// <param name="corpus">The folder of the corpus.</param>
    public CollectionToPublish(string? given, string corpus)
    {
        if (given is not null)
        {
            Path = System.IO.Path.Combine(given, "src");
        }
        else
        {
            made = Directory.CreateTempSubdirectory("featuresmith-collection-");
            Path = made.CreateSubdirectory("src").FullName;
            foreach (
                var metadata in Directory.EnumerateFiles(
                    corpus,
                    "devcontainer-feature.json",
                    SearchOption.AllDirectories
                )
            )
            {
                Add(metadata);
            }
        }

        Count = Directory.EnumerateDirectories(Path).Count();
    }

    /// <summary>The folder with a folder a Feature.</summary>
    public string Path { get; }

    /// <summary>How many Features there are.</summary>
    public int Count { get; }

    public void Dispose() => made?.Delete(recursive: true);

    // The first of each name; several collections of the corpus have a Feature "node".
    private void Add(string metadata)
    {
        var folder = System.IO.Path.Combine(
            Path,
            System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(metadata)!)
        );
        if (Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.Copy(metadata, System.IO.Path.Combine(folder, "devcontainer-feature.json"));
        var script = $"#!/bin/sh\nset -e\n{string.Concat(Enumerable.Repeat($"echo {folder}\n", 100))}";
        File.WriteAllText(System.IO.Path.Combine(folder, "install.sh"), script);
    }
}
