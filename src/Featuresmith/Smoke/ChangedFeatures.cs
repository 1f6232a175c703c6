using System.Text.RegularExpressions;

namespace Featuresmith.Smoke;

/// <summary>Which Features a change touches: their own files, the partials that they include, what they depend on.</summary>
/// <param name="collection">The collection.</param>
/// <param name="repository">The folder that changed paths are relative to.</param>
public sealed partial class ChangedFeatures(SmokeCollection collection, string repository)
{
    private readonly string templates = Path.Combine(repository, "templates");

    /// <summary>The Features that a change touches, and those that depend on them, sorted.</summary>
    /// <param name="changedFiles">Changed paths relative to the repository, with forward slashes.</param>
    /// <exception cref="IOException">A template cannot be read.</exception>
    public IReadOnlyList<string> For(IReadOnlyCollection<string> changedFiles)
    {
        var touched = collection.TestedFeatures().Where(id => IsTouched(id, changedFiles)).ToHashSet();
        // Dependents of dependents too, until a round finds nobody new.
        while (
            collection
                .TestedFeatures()
                .Any(id => !touched.Contains(id) && Uses(id).Any(touched.Contains) && touched.Add(id))
        ) { }

        return [.. touched.Order(StringComparer.Ordinal)];
    }

    private bool IsTouched(string id, IReadOnlyCollection<string> changedFiles)
    {
        var root = Path.GetRelativePath(repository, collection.Root).Replace('\\', '/');
        var prefix = root == "." ? "" : $"{root}/";
        string[] own = [$"{prefix}src/{id}/", $"{prefix}test/{id}/", $"templates/{id}/"];
        var included = Included(id);
        return changedFiles.Any(file =>
            own.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
            || included.Contains(file)
            // The base images of every Feature stand here.
            || file == $"{prefix}collection.jsonc"
        );
    }

    private IEnumerable<string> Uses(string id) =>
        LocalFeatures
            .DependsOn(collection, id)
            .Concat(LocalFeatures.InstallsAfter(collection, id))
            .Select(collection.Resolve)
            .OfType<string>();

    // The partials that a Feature's templates include, and those that these include, as paths from the repository's root.
    private HashSet<string> Included(string id)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var folder = Path.Combine(templates, id);
        var open = new Stack<string>(
            Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.sbn", SearchOption.AllDirectories) : []
        );
        while (open.TryPop(out var file))
        {
            foreach (Match include in Include().Matches(File.ReadAllText(file)))
            {
                var partial = Path.Combine(templates, include.Groups["name"].Value);
                if (File.Exists(partial) && found.Add(Path.GetRelativePath(repository, partial).Replace('\\', '/')))
                {
                    open.Push(partial);
                }
            }
        }

        return found;
    }

    [GeneratedRegex("""\binclude\s+(?<quote>['"`])(?<name>[^'"`]+)\k<quote>""")]
    private static partial Regex Include();
}
