using System.Reflection;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Consuming;

/// <summary>
/// The collection whose Features have short names: that of the repository around a workspace, else the one that this program was built
/// with and carries with it, so that nothing has to be asked of anybody.
/// </summary>
/// <param name="Settings">Where it is published; null where nobody says.</param>
/// <param name="Definitions">What people wrote about its Features, sorted by id.</param>
/// <param name="Features">The Features, with their scripts.</param>
public sealed record KnownCollection(
    CollectionSettings? Settings,
    IReadOnlyList<FeatureDefinition> Definitions,
    IReadOnlyList<FeatureFolder> Features
)
{
    private const string Prefix = "collection/";

    private static readonly Lazy<KnownCollection> Built = new(ReadBuilt);

    /// <summary>The collection that this program carries.</summary>
    public static KnownCollection Carried => Built.Value;

    /// <summary>The collection of the repository that a folder lies in, else <see cref="Carried"/>.</summary>
    /// <param name="folder">Where to look, upwards; absolute.</param>
    /// <param name="reader">Reads the Features.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static KnownCollection Around(string folder, FeatureFolderReader reader)
    {
        if (CollectionRepository.Find(folder) is not { } repository)
        {
            return Carried;
        }

        // What is wrong with a collection is said where it is checked.
        var bag = new DiagnosticBag();
        var written = CollectionDefinitions.Read(repository, repository.DefinitionFolders(), bag);
        var features = ValidationTarget.Read(repository.Root, reader, bag)?.Features ?? [];
        return features.Count == 0 && written.Features.Count == 0
            ? Carried
            : new KnownCollection(written.Settings, written.Features, features);
    }

    /// <summary>The ids of the Features, sorted.</summary>
    public IEnumerable<string> Ids => Features.Select(feature => feature.Name);

    /// <summary>The Feature of this id, or null.</summary>
    public FeatureFolder? Feature(string id) => Features.FirstOrDefault(feature => feature.Name == id);

    private static KnownCollection ReadBuilt()
    {
        var names = typeof(KnownCollection)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (Name: name, Path: name[Prefix.Length..].Replace('\\', '/')))
            // A folder before those whose names begin with its own, as the disk is listed.
            .OrderBy(resource => resource.Path.Replace('/', '\0'), StringComparer.Ordinal)
            .ToList();
        var bag = new DiagnosticBag();
        return new KnownCollection(
            names
                .Where(resource => resource.Path == CollectionSettings.FileName)
                .Select(resource => CollectionSettings.Read(Read(resource.Name, resource.Path), bag))
                .FirstOrDefault(),
            [
                .. from resource in names
                let parts = resource.Path.Split('/')
                where parts is ["templates", _, FeatureDefinitionReader.FileName]
                let definition = FeatureDefinitionReader.Read(Read(resource.Name, resource.Path), parts[1], bag)
                where definition is not null
                select definition,
            ],
            [
                .. from resource in names
                let parts = resource.Path.Split('/', 3)
                where parts is ["features", _, _]
                group (resource.Name, Path: parts[2]) by parts[1] into files
                select Folder(files.Key, [.. files], bag),
            ]
        );
    }

    private static FeatureFolder Folder(string id, IReadOnlyList<(string Name, string Path)> files, DiagnosticBag bag)
    {
        var read = files
            .Select(file => new FeatureFile(file.Path, isExecutable: true, () => Read(file.Name, $"{id}/{file.Path}")))
            .ToList();
        var metadata = read.First(file => file.Path == FeatureFolder.MetadataName).Source;
        var tree = JsonSyntaxTree.Parse(metadata, bag);
        return new FeatureFolder(id, tree, tree.RootObject is { } json ? FeatureMetadataReader.Read(json) : null, read);
    }

    private static SourceText Read(string resource, string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return SourceText.FromBytes(path, bytes.ToArray());
    }
}
