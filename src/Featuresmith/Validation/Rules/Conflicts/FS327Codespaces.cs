using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>
/// A configuration that is meant for GitHub Codespaces has no Feature that cannot work there: one whose definition says so, or one that
/// needs another path of its host than Docker's socket, since Codespaces makes no other bind mount (containers.dev, "Supporting tools").
/// </summary>
public sealed class FS327Codespaces : ICollectionRule
{
    private const string Aspect = "codespaces";

    public RuleInfo Info { get; } = new("FS327", "codespaces", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from configuration in collection.Configurations
        where configuration is { ExpectsFailure: false, IsForCodespaces: true }
        from one in collection.MergedBy(configuration)
        from finding in Said(one, collection.Definitions).Concat(Unmounted(one, configuration))
        select finding;

    private static IEnumerable<Finding> Said(MergedFeature one, IReadOnlyList<FeatureDefinition> definitions) =>
        from definition in definitions
        where definition.FolderName == FeatureRole.Of(one.Feature, definitions)
        from aspect in definition.Comparison?.Aspects ?? []
        where aspect is { Name: Aspect, Suits: Suitability.No }
        select new Finding(
            one.Place,
            $"\"{one.Feature.Name}\" does not work in Codespaces: {aspect.Note.Value}",
            $"choose one that does: {string.Join(", ", Suitable(definitions))}"
        )
        {
            Related = [new RelatedSpan(aspect.Note.Span, "said here")],
        };

    private static IEnumerable<Finding> Unmounted(MergedFeature one, FeatureConfiguration configuration) =>
        from mount in one.Feature.Metadata?.Mounts ?? []
        let source = mount.Source
        let target = mount.Target
        where mount.IsBind && source is not null && target is not null
        where HostMount.ShowsEngine(source.Value) && !HostMount.IsDockerSocket(source.Value)
        where !Replaces(configuration, target.Value)
        select new Finding(
            one.Place,
            $"\"{one.Feature.Name}\" needs the host's {source.Value}, and Codespaces mounts nothing of its host but {HostMount.DockerSocket}",
            "put this into \"mounts\" of devcontainer.json, where it takes the Feature's place: "
                + $"{{ \"source\": \"{HostMount.DockerSocket}\", \"target\": \"{target.Value}\", \"type\": \"bind\" }}"
        )
        {
            Related = [new RelatedSpan(mount.Span, "mounted here")],
        };

    // Of two mounts at one place devcontainer.json's counts (CLI, imageMetadata.ts, mergeMounts).
    private static bool Replaces(FeatureConfiguration configuration, string target) =>
        configuration.Mounts.Any(mount =>
            mount.Target?.Value == target && mount.Source is { } source && HostMount.IsDockerSocket(source.Value)
        );

    private static IEnumerable<string> Suitable(IEnumerable<FeatureDefinition> definitions) =>
        from definition in definitions
        where definition.Comparison?.Aspects.Any(aspect => aspect is { Name: Aspect, Suits: Suitability.Yes }) == true
        select definition.FolderName;
}
