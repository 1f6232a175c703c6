using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Publishing;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;
using Featuresmith.Validation.Rules.DevContainer;

namespace Featuresmith.Consuming.Lookup;

/// <summary>
/// Finds out what a reference means: a folder beside devcontainer.json, a Feature of a known collection by its short name, or one that a
/// registry or layout holds.
/// </summary>
/// <param name="settings">Where to look.</param>
/// <param name="known">Collections whose Features need no asking, the nearest first.</param>
/// <param name="reader">Reads folders.</param>
public sealed class FeatureLookup(
    LookupSettings settings,
    IReadOnlyList<KnownCollection> known,
    FeatureFolderReader reader
) : IDisposable
{
    private const VersionPin UsualPin = VersionPin.Major;

    private readonly Dictionary<string, IArtifactSource> sources = new(StringComparer.Ordinal);
    private readonly NamedFeatures named = new(settings, known);

    /// <summary>The definitions of all known collections; of one id the nearest.</summary>
    public IReadOnlyList<FeatureDefinition> Definitions { get; } =
    [.. known.SelectMany(collection => collection.Definitions).DistinctBy(definition => definition.FolderName)];

    /// <summary>What a person asks for, with the reference under which devcontainer.json should name it.</summary>
    /// <param name="wanted">A reference of a registry, "./folder", or a short name; with a version or without.</param>
    /// <param name="pin">How much of the version is named; null keeps what is written, and pins to the major version where nothing is.</param>
    /// <param name="file">The devcontainer.json, which need not exist.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="ReferenceException">There is no such Feature, or no such version of it.</exception>
    /// <exception cref="RegistryException">A registry refused or failed.</exception>
    public async Task<FoundFeature> FindAsync(
        string wanted,
        VersionPin? pin,
        string file,
        CancellationToken cancellation
    )
    {
        var reference = FeatureReference.Parse(wanted);
        if (reference.IsRelative || Path.IsPathRooted(wanted))
        {
            return pin is null
                ? Local(wanted, file)
                : throw new ReferenceException($"{wanted} is a folder, which has no versions to pin");
        }

        var isShort = reference.Kind == FeatureReferenceKind.Bare;
        var published = PublishedReference.Parse(isShort ? named.Spell(reference) : reference);
        var carried = isShort ? named.Named(reference) : named.Published(reference);
        // Digests are the registry's to give.
        if (carried is not null && pin != VersionPin.Digest && Answers(carried, reference))
        {
            var tag = reference.Version is { } given && pin is null ? given : Tag(carried, pin ?? UsualPin);
            return new FoundFeature(published.With(tag), carried);
        }

        return await PublishedAsync(published, pin, cancellation);
    }

    /// <summary>A Feature that stands in a devcontainer.json, as far as it can be known.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="folder">The folder of devcontainer.json.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <returns>The Feature; null where nobody may be asked who knows it.</returns>
    /// <exception cref="ReferenceException">There is no such Feature.</exception>
    /// <exception cref="RegistryException">A registry refused or failed.</exception>
    public async Task<FeatureFolder?> LookAsync(
        FeatureReference reference,
        string folder,
        CancellationToken cancellation
    )
    {
        if (reference.IsRelative)
        {
            var path = Path.GetFullPath(Path.Combine(folder, reference.Unversioned));
            return FeatureFolderReader.IsFeatureFolder(path)
                ? reader.Read(Path.TrimEndingDirectorySeparator(path), [])
                : throw new ReferenceException("there is no Feature in that folder");
        }

        // Of another version than the one that is known here its registry knows more, if it may be asked.
        var ours = named.Published(reference);
        return
            settings.Source is null
            || reference.Kind != FeatureReferenceKind.Registry
            || (ours is not null && Answers(ours, reference))
            ? ours
            : (await PublishedAsync(PublishedReference.Parse(reference), pin: null, cancellation)).Folder;
    }

    public void Dispose()
    {
        foreach (var source in sources.Values)
        {
            (source as IDisposable)?.Dispose();
        }
    }

    private bool Answers(FeatureFolder carried, FeatureReference reference) =>
        !settings.AlwaysAsks && NamedFeatures.Answers(carried, reference.Version);

    private FoundFeature Local(string wanted, string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        // The rule for what a devcontainer.json may name, asked about one with this entry alone.
        var entry = $"{{ \"features\": {{ {Editing.NewMember.Quote(wanted)}: {{}} }} }}";
        var probe = new DevContainerFile(JsonSyntaxTree.Parse(new SourceText(file, entry), []), folder);
        if (new FS701LocalFeature().Check(probe).FirstOrDefault() is { } finding)
        {
            throw new ReferenceException($"{finding.Message}; {finding.Help}");
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, wanted)));
        var read = reader.Read(path, new DiagnosticBag());
        return read.Metadata is null
            ? throw new ReferenceException(
                $"the metadata of {wanted} cannot be read; \"featuresmith validate {path}\" says why"
            )
            : new FoundFeature(wanted, read);
    }

    private async Task<FoundFeature> PublishedAsync(
        PublishedReference reference,
        VersionPin? pin,
        CancellationToken cancellation
    )
    {
        var found = await ReadAsync(reference, reference.Tag, cancellation);
        if (pin is null && reference.Version is not null)
        {
            return found.Feature;
        }

        var tag = pin == VersionPin.Digest ? found.Digest : Tag(found.Feature.Folder, pin ?? UsualPin);
        // What a tag promises and what it holds may differ, so it is the tag's own content that counts from here on.
        var pinned =
            tag == reference.Tag || pin == VersionPin.Digest ? found : await ReadAsync(reference, tag, cancellation);
        return pinned.Feature with { Reference = reference.With(tag) };
    }

    private async Task<(FoundFeature Feature, string Digest)> ReadAsync(
        PublishedReference reference,
        string tag,
        CancellationToken cancellation
    )
    {
        var source = Open(reference.Host);
        var text = reference.With(tag);
        if (await PublishedFeature.ReadAsync(source, reference.Repository, tag, cancellation) is { } feature)
        {
            var tree = JsonSyntaxTree.Parse(new SourceText(text, feature.MetadataText), []);
            var folder = new FeatureFolder(reference.Unversioned, tree, feature.Metadata, []);
            return (new FoundFeature(text, folder), feature.Digest);
        }

        var tags = await source.TagsAsync(reference.Repository, cancellation);
        throw new ReferenceException(
            tags.Count == 0
                ? $"{source.Name} has no Feature {reference.Repository}"
                : $"{source.Name} has no {tag} of {reference.Repository}; it has {string.Join(", ", tags.Order(StringComparer.Ordinal))}"
        );
    }

    private IArtifactSource Open(string host)
    {
        if (settings.Source is null)
        {
            throw new ReferenceException(
                $"{host} would have to be asked, and is not with --offline; short names and folders need no network"
            );
        }

        if (!sources.TryGetValue(host, out var source))
        {
            sources[host] = source = settings.Source(host);
        }

        return source;
    }

    private static string Tag(FeatureFolder feature, VersionPin pin) =>
        SemanticVersion.TryParse(feature.Metadata?.Version?.Value ?? "") is { } version
            ? PinnedTag.Of(version, pin)
            : throw new ReferenceException(
                $"\"{feature.Name}\" has the version \"{feature.Metadata?.Version?.Value}\", which cannot be pinned; write the tag yourself"
            );
}
