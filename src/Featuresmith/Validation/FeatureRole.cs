using Featuresmith.Definitions;

namespace Featuresmith.Validation;

/// <summary>
/// Which of the defined Features another one is, or does the work of. A conflict that a definition declares holds for whoever plays the
/// part: other collections have a docker-outside-of-docker too, under that name or another.
/// </summary>
internal static class FeatureRole
{
    private static readonly string[] Engines = ["docker", "containers", "containerd"];

    /// <summary>The id of the defined Feature whose part a Feature plays: by its name, a former name, or what its metadata shows.</summary>
    /// <param name="feature">The Feature, anybody's.</param>
    /// <param name="definitions">The defined Features.</param>
    /// <returns>The id; the Feature's own name where it is like none of them.</returns>
    public static string Of(FeatureFolder feature, IReadOnlyList<FeatureDefinition> definitions) =>
        Named(feature.Name, definitions)
        ?? Named(feature.Metadata?.Id?.Value, definitions)
        ?? (feature.Metadata is { } metadata ? Alike(metadata, definitions) : null)
        ?? feature.Name;

    /// <summary>The defined Feature that is called so, or once was; null where none is.</summary>
    public static string? Named(string? id, IReadOnlyList<FeatureDefinition> definitions) =>
        definitions
            .FirstOrDefault(definition =>
                definition.FolderName == id
                || definition.Metadata.LegacyIds.Any(former =>
                    former.Value == id && !IsDefined(former.Value, definitions)
                )
            )
            ?.FolderName;

    private static bool IsDefined(string id, IReadOnlyList<FeatureDefinition> definitions) =>
        definitions.Any(definition => definition.FolderName == id);

    // Who shows the host's engine, or keeps an engine's data, is known by that mount, whatever it is called.
    private static string? Alike(FeatureMetadata metadata, IReadOnlyList<FeatureDefinition> definitions)
    {
        var marks = Marks(metadata).ToHashSet();
        return definitions.FirstOrDefault(definition => Marks(definition.Metadata).Any(marks.Contains))?.FolderName;
    }

    private static IEnumerable<string> Marks(FeatureMetadata metadata)
    {
        foreach (var mount in metadata.Mounts)
        {
            if (mount.IsBind && mount.Source is { } source && HostMount.ShowsEngine(source.Value))
            {
                yield return "the host's engine";
            }

            if (mount.IsNamedVolume && mount.Target is { } target && IsEngineData(target.Value))
            {
                // The same folder under other privileges is another kind of engine.
                var privileged = metadata.Syntax.Boolean("privileged") is { Value: true };
                yield return $"{target.Value.TrimEnd('/')} {privileged}";
            }
        }
    }

    private static bool IsEngineData(string path) =>
        path.StartsWith("/var/lib/", StringComparison.Ordinal)
        && Engines.Any(part => path.TrimEnd('/').EndsWith(part, StringComparison.Ordinal));
}
