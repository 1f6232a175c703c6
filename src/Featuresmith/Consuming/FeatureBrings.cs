using Featuresmith.Definitions;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Consuming;

/// <summary>What a Feature brings into a container, read from its metadata; what it cannot ask for itself, from its definition.</summary>
public static class FeatureBrings
{
    /// <summary>Everything that a Feature, and what it depends on, brings.</summary>
    /// <param name="features">The Feature first, then those that it depends on.</param>
    /// <param name="definitions">The definitions that are known.</param>
    /// <param name="file">The devcontainer.json that it goes into; what that asks for already is not hinted at.</param>
    public static IReadOnlyList<BroughtThing> Of(
        IReadOnlyList<FeatureFolder> features,
        IReadOnlyList<FeatureDefinition> definitions,
        JsonObjectSyntax? file
    ) =>
        [
            .. features
                .SelectMany(feature => Of(feature).Concat(Hints(feature, definitions, file)))
                .OrderBy(thing => thing.Kind),
        ];

    private static IEnumerable<BroughtThing> Of(FeatureFolder feature)
    {
        if (feature.Metadata is not { } metadata)
        {
            return [];
        }

        IEnumerable<(BroughtKind, string)> things =
        [
            .. metadata.Syntax.Boolean("privileged") is { Value: true }
                ? [(BroughtKind.Privilege, "a privileged container: root in it is root on the host")]
                : ((BroughtKind, string)[])[],
            .. metadata.Capabilities.Select(one => (BroughtKind.Privilege, $"capability {Capability.Name(one.Value)}")),
            .. metadata.SecurityOptions.Select(one => (BroughtKind.Privilege, $"security option {one.Value}")),
            .. metadata.Mounts.Select(mount => (BroughtKind.Mount, Mount(mount))),
            .. metadata.Syntax.Boolean("init") is { Value: true }
                ? [(BroughtKind.Start, "an init process, which reaps what others leave")]
                : ((BroughtKind, string)[])[],
            .. metadata.Entrypoint is { } entrypoint
                ? [(BroughtKind.Start, $"{entrypoint.Value}, at every start")]
                : ((BroughtKind, string)[])[],
            .. FeatureMetadata
                .LifecycleHooks.Where(hook => metadata.Syntax[hook] is not null)
                .Select(hook => (BroughtKind.Hook, $"{hook}: {Command(metadata.Syntax[hook]!)}")),
            .. metadata.ContainerEnv.Select(one =>
                (BroughtKind.Variable, $"{one.Key.Value}={(one.Value as JsonStringSyntax)?.Value}")
            ),
            .. metadata.DependsOn.Select(one => (BroughtKind.Dependency, one.Key.Value)),
        ];
        return things.Select(thing => new BroughtThing(thing.Item1, thing.Item2, feature.Name));
    }

    private static IEnumerable<BroughtThing> Hints(
        FeatureFolder feature,
        IReadOnlyList<FeatureDefinition> definitions,
        JsonObjectSyntax? file
    )
    {
        var isCompose = file?["dockerComposeFile"] is not null;
        var there = (file?.Strings("runArgs") ?? []).Select(argument => argument.Value).ToList();
        return from definition in definitions
            where definition.FolderName == feature.Metadata?.Id?.Value
            from hint in definition.Hints
            where isCompose || hint.RunArguments.Any(argument => !there.Contains(argument.Value))
            let line = isCompose && hint.Compose is { } compose
                ? $"the service of your compose file: {compose.Value}"
                : $"devcontainer.json: \"runArgs\": [{string.Join(", ", hint.RunArguments.Select(argument => Editing.NewMember.Quote(argument.Value)))}]"
            select new BroughtThing(BroughtKind.Hint, $"for {line} ({hint.Reason.Value})", feature.Name);
    }

    private static string Mount(FeatureMount mount) =>
        mount switch
        {
            { IsBind: true } => $"the host's {mount.Source?.Value} at {mount.Target?.Value}",
            { IsNamedVolume: true } => $"the volume {mount.Source?.Value} at {mount.Target?.Value}",
            _ => $"{mount.Type?.Value ?? "a volume"} at {mount.Target?.Value}",
        };

    private static string Command(JsonValueSyntax value) =>
        string.Join(" ", FeatureMetadata.Strings(value).Select(word => word.Value));
}
