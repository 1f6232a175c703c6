using System.Runtime.CompilerServices;
using Featuresmith.Definitions;

namespace Featuresmith.Validation;

/// <summary>Features that lie beside each other and are published together.</summary>
/// <param name="Path">The folder that holds them, as it is shown to people.</param>
/// <param name="Features">The Features, sorted by folder name.</param>
public sealed record FeatureCollection(string Path, IReadOnlyList<FeatureFolder> Features)
{
    private readonly Dictionary<string, FeatureFolder> byName = Features
        .DistinctBy(feature => feature.Name)
        .ToDictionary(feature => feature.Name, StringComparer.Ordinal);

    // Every rule of merged configurations asks for them.
    private readonly ConditionalWeakTable<FeatureConfiguration, IReadOnlyList<MergedFeature>> merged = [];

    /// <summary>The namespace under which the Features are published; null where nobody says.</summary>
    public string? Namespace { get; init; }

    /// <summary>The folders of "test" beside "src", sorted by name; empty where the layout is another one.</summary>
    public IReadOnlyList<TestFolder> Tests { get; init; } = [];

    /// <summary>Entries of the folder that are no Feature, sorted: files, and folders without metadata.</summary>
    public IReadOnlyList<string> Strays { get; init; } = [];

    /// <summary>The definitions that are known: of these Features, and of others that may stand beside them.</summary>
    public IReadOnlyList<FeatureDefinition> Definitions { get; init; } = [];

    /// <summary>
    /// What the one configuration comes to, where somebody has looked up its Features already; null to look here.
    /// </summary>
    public IReadOnlyList<MergedFeature>? Merged { get; init; }

    /// <summary>Every devcontainer.json that asks for Features, such as a scenario.</summary>
    public IReadOnlyList<FeatureConfiguration> Configurations { get; init; } = [];

    /// <summary>
    /// Whether several Features lie here and none has an install script: a listing of metadata, not something to install.
    /// </summary>
    public bool IsMetadataOnly => Features.Count > 1 && Features.All(feature => feature.Install is null);

    /// <summary>Whether the test folders hold scripts; a listing of scenarios alone has none to miss.</summary>
    public bool HasTestScripts => Tests.Any(test => test.Scripts.Any());

    /// <summary>The Feature whose folder has this name; null where there is none, or no name.</summary>
    public FeatureFolder? Feature(string? name) => name is null ? null : byName.GetValueOrDefault(name);

    /// <summary>The Feature of this collection that a reference in metadata means, or null.</summary>
    public FeatureFolder? Resolve(FeatureReference reference) =>
        Feature(reference.Id) is { } feature
        && (reference.IsRelative || IsOurs(reference) || feature.IsPublishedAs(reference))
            ? feature
            : null;

    private bool IsOurs(FeatureReference reference) =>
        Namespace is not null
        && reference.Kind == FeatureReferenceKind.Registry
        && string.Equals(reference.Namespace, Namespace, StringComparison.OrdinalIgnoreCase);

    /// <summary>A Feature and all that it needs from this collection, each once, the Feature first.</summary>
    public IEnumerable<FeatureFolder> WithDependencies(FeatureFolder feature)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { feature.Name };
        var waiting = new Queue<FeatureFolder>([feature]);
        while (waiting.TryDequeue(out var next))
        {
            yield return next;
            foreach (var needed in Dependencies(next).Where(needed => seen.Add(needed.Name)))
            {
                waiting.Enqueue(needed);
            }
        }
    }

    /// <summary>
    /// The Features that end up in a configuration's container, each once, with the reference by which it came: those asked
    /// for and, as far as this collection holds them, those that they depend on.
    /// </summary>
    public IReadOnlyList<MergedFeature> MergedBy(FeatureConfiguration configuration) =>
        Merged ?? merged.GetValue(configuration, Merge);

    private IReadOnlyList<MergedFeature> Merge(FeatureConfiguration configuration)
    {
        var found = new List<MergedFeature>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in configuration.Requests)
        {
            var asked = request.LocalName is { } name
                ? Feature(name)
                : Resolve(FeatureReference.Parse(request.Reference.Value));
            foreach (var feature in asked is null ? [] : WithDependencies(asked))
            {
                if (seen.Add(feature.Name))
                {
                    found.Add(new MergedFeature(feature, request.Reference.Span));
                }
            }
        }

        return found;
    }

    private IEnumerable<FeatureFolder> Dependencies(FeatureFolder feature) =>
        (feature.Metadata?.DependsOn ?? [])
            .Select(member => Resolve(FeatureReference.Parse(member.Key.Value)))
            .OfType<FeatureFolder>();
}
