namespace Featuresmith.Definitions;

/// <summary>The folders of a repository that holds definitions and the collection made from them.</summary>
/// <param name="Root">The repository's root, absolute.</param>
public sealed record CollectionRepository(string Root)
{
    /// <summary>The collection's folder below the root.</summary>
    public const string FeaturesName = "features";

    /// <summary>The definitions' folder below the root.</summary>
    public const string TemplatesName = "templates";

    /// <summary>The generated collection, in the layout that every devcontainers tool reads.</summary>
    public string Features => Path.Combine(Root, FeaturesName);

    /// <summary>The definitions and templates.</summary>
    public string Templates => Path.Combine(Root, TemplatesName);

    /// <summary>The templates of the workflows that a CI runs over the repository.</summary>
    public string WorkflowTemplates => Path.Combine(Templates, "workflows");

    /// <summary>Where GitHub looks for workflows, below the root.</summary>
    public const string WorkflowsName = ".github/workflows";

    /// <summary>The collection's settings.</summary>
    public string SettingsFile => Path.Combine(Features, CollectionSettings.FileName);

    /// <summary>Looks for features/collection.jsonc in a folder and in every folder above it.</summary>
    /// <param name="start">Where to begin; an absolute path.</param>
    /// <returns>The repository, or null where no folder on the way is one.</returns>
    public static CollectionRepository? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var repository = new CollectionRepository(folder.FullName);
            if (File.Exists(repository.SettingsFile))
            {
                return repository;
            }
        }

        return null;
    }

    /// <summary>The folders below templates/ that hold a feature.jsonc, sorted by name.</summary>
    public IReadOnlyList<string> DefinitionFolders() =>
        Directory.Exists(Templates)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Templates)
                    .Where(folder => File.Exists(Path.Combine(folder, FeatureDefinitionReader.FileName)))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>A path below the root as messages show it: relative, with forward slashes.</summary>
    public string Show(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
