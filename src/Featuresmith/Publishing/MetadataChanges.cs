using Featuresmith.Definitions;
using Featuresmith.Packaging;
using Featuresmith.Syntax;

namespace Featuresmith.Publishing;

/// <summary>What became of a Feature's metadata, weighed for those who use the Feature.</summary>
public static class MetadataChanges
{
    // Compared one by one below, or of no weight: the version is what the changes are weighed against.
    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal)
    {
        "$schema",
        "version",
        "options",
        "privileged",
        "capAdd",
        "securityOpt",
        "mounts",
        "containerEnv",
        "currentId",
    };

    private static readonly HashSet<string> FeltByUsers = new(StringComparer.Ordinal)
    {
        "init",
        "entrypoint",
        "dependsOn",
        "customizations",
        "legacyIds",
        "deprecated",
    };

    /// <summary>The differences, the heaviest first.</summary>
    /// <param name="before">What is published.</param>
    /// <param name="after">What would be.</param>
    public static IReadOnlyList<ContentChange> Between(FeatureMetadata before, FeatureMetadata after) =>
        [
            .. OptionChanges
                .Between(before, after)
                .Concat(Privileges(before, after))
                .Concat(Mounts(before, after))
                .Concat(Environment(before, after))
                .Concat(Others(before, after))
                .OrderByDescending(change => change.Level),
        ];

    private static IEnumerable<ContentChange> Privileges(FeatureMetadata before, FeatureMetadata after)
    {
        if (Flag(before, "privileged") != Flag(after, "privileged"))
        {
            yield return Flag(after, "privileged")
                ? new(BumpLevel.Major, "the container becomes privileged")
                : new(BumpLevel.Minor, "the container is no longer privileged");
        }

        (string Name, IEnumerable<string> Before, IEnumerable<string> After)[] lists =
        [
            (
                "capability",
                before.Capabilities.Select(item => item.Value),
                after.Capabilities.Select(item => item.Value)
            ),
            (
                "security option",
                before.SecurityOptions.Select(item => item.Value),
                after.SecurityOptions.Select(item => item.Value)
            ),
        ];
        foreach (var (name, old, now) in lists)
        {
            foreach (var added in now.Except(old))
            {
                yield return new(BumpLevel.Major, $"{name} {added} was added");
            }

            foreach (var removed in old.Except(now))
            {
                yield return new(BumpLevel.Minor, $"{name} {removed} was removed");
            }
        }
    }

    private static IEnumerable<ContentChange> Mounts(FeatureMetadata before, FeatureMetadata after)
    {
        var (old, now) = (Items(before, "mounts"), Items(after, "mounts"));
        foreach (var added in now.Except(old))
        {
            // A volume is the container's own; a folder of the host is not.
            yield return added.Contains("bind", StringComparison.Ordinal)
                ? new(BumpLevel.Major, $"a folder of the host is mounted: {added}")
                : new(BumpLevel.Minor, $"mount {added} was added");
        }

        foreach (var removed in old.Except(now))
        {
            yield return new(
                BumpLevel.Major,
                $"mount {removed} was removed, and what was kept there is no longer seen"
            );
        }
    }

    private static IEnumerable<ContentChange> Environment(FeatureMetadata before, FeatureMetadata after)
    {
        var now = after
            .ContainerEnv.DistinctBy(member => member.Key.Value)
            .ToDictionary(member => member.Key.Value, Written);
        var old = before
            .ContainerEnv.DistinctBy(member => member.Key.Value)
            .ToDictionary(member => member.Key.Value, Written);
        foreach (var name in old.Keys.Except(now.Keys))
        {
            yield return new(BumpLevel.Major, $"variable {name} is no longer set");
        }

        foreach (var (name, value) in now.Where(pair => old.GetValueOrDefault(pair.Key) != pair.Value))
        {
            yield return new(BumpLevel.Minor, $"variable {name} is set to {value}");
        }
    }

    private static IEnumerable<ContentChange> Others(FeatureMetadata before, FeatureMetadata after) =>
        from key in Keys(before).Union(Keys(after))
        where !Apart.Contains(key) && Value(before, key) != Value(after, key)
        let felt = FeltByUsers.Contains(key) || FeatureMetadata.LifecycleHooks.Contains(key)
        select new ContentChange(felt ? BumpLevel.Minor : BumpLevel.Patch, $"\"{key}\" changed");

    private static IEnumerable<string> Keys(FeatureMetadata metadata) =>
        metadata.Syntax.Members.Select(member => member.Key.Value);

    private static string? Value(FeatureMetadata metadata, string key) =>
        metadata.Syntax[key] is { } value ? EcmaJson.Write(value) : null;

    private static string Written(JsonMemberSyntax member) => EcmaJson.Write(member.Value);

    private static bool Flag(FeatureMetadata metadata, string key) => metadata.Syntax.Boolean(key)?.Value ?? false;

    private static List<string> Items(FeatureMetadata metadata, string key) =>
        [.. ((metadata.Syntax[key] as JsonArraySyntax)?.Items ?? []).Select(item => EcmaJson.Write(item))];
}
