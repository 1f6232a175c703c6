namespace Featuresmith.Benchmarks.Validation;

/// <summary>The published collections, as often as wanted, in a folder of their own.</summary>
internal sealed class CorpusCopies : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("featuresmith-bench-");

    /// <param name="data">The folder shared/data.</param>
    /// <param name="copies">How often the corpus is there.</param>
    public CorpusCopies(string data, int copies)
    {
        var corpus = System.IO.Path.Combine(data, "corpus");
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var file in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(Path, $"{copy:D2}", System.IO.Path.GetRelativePath(corpus, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        Collections = [.. Directory.EnumerateDirectories(Path).SelectMany(Directory.EnumerateDirectories).Order()];
    }

    public string Path => root.FullName;

    /// <summary>The collections of all copies.</summary>
    public IReadOnlyList<string> Collections { get; }

    public void Dispose() => root.Delete(recursive: true);
}
