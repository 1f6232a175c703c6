using System.Text;
using Featuresmith.Rendering;

namespace Featuresmith.Scaffolding;

/// <summary>A text that the library carries with it for new Features and collections.</summary>
/// <param name="Path">The path below the folder that was asked for, with forward slashes.</param>
/// <param name="Text">The text, with LF line ends.</param>
internal sealed record CarriedFile(string Path, string Text)
{
    private const string Prefix = "scaffolding/";

    // On Windows the build names a resource's folders with backslashes.
    private static readonly Lazy<Dictionary<string, string>> Resources = new(() =>
        typeof(CarriedFile).Assembly.GetManifestResourceNames().ToDictionary(name => name.Replace('\\', '/'))
    );

    /// <summary>All files below a folder, sorted by path.</summary>
    /// <param name="folder">The folder, with a slash at its end: "features/blank/".</param>
    public static IReadOnlyList<CarriedFile> Below(string folder) =>
        [
            .. Resources
                .Value.Keys.Where(path => path.StartsWith(Prefix + folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new CarriedFile(path[(Prefix + folder).Length..], ReadResource(path))),
        ];

    /// <summary>The text of one file.</summary>
    /// <exception cref="InvalidOperationException">The library does not carry it.</exception>
    public static string Read(string path) => ReadResource(Prefix + path);

    /// <summary>The text of one file of the collection that the library was built beside.</summary>
    /// <param name="path">The path below the repository's root.</param>
    /// <exception cref="InvalidOperationException">The library does not carry it.</exception>
    public static string OfCollection(string path) => ReadResource($"collection/{path}");

    private static string ReadResource(string path)
    {
        using var stream =
            Resources.Value.TryGetValue(path, out var name)
            && typeof(CarriedFile).Assembly.GetManifestResourceStream(name) is { } found
                ? found
                : throw new InvalidOperationException($"the library carries no {path}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Whether the library carries a file of this path.</summary>
    public static bool Exists(string path) => Resources.Value.ContainsKey(Prefix + path);

    /// <summary>The file at its place in a repository. What names its interpreter may be executed.</summary>
    /// <param name="folder">Where it goes, below the repository's root, with a slash at its end; empty for the root.</param>
    public RenderedFile At(string folder) =>
        new(
            folder + Path,
            Encoding.UTF8.GetBytes(Text),
            Text.StartsWith("#!", StringComparison.Ordinal)
                && !Path.EndsWith(TemplateSet.Extension, StringComparison.Ordinal),
            $"{Prefix}{Path}"
        );
}
