using Featuresmith.Definitions;

namespace Featuresmith.Publishing;

/// <summary>Compares the bump that was made with the one that the changes ask for.</summary>
public static class VersionGate
{
    /// <summary>The level that changes ask for.</summary>
    /// <param name="before">The published version. Below 1.0.0 a minor bump may break and a patch may add (semver.org, 4).</param>
    /// <param name="changes">What changed.</param>
    public static BumpLevel Required(SemanticVersion before, IReadOnlyCollection<ContentChange> changes)
    {
        var level = changes.Select(change => change.Level).DefaultIfEmpty(BumpLevel.None).Max();
        return before.Major.IsZero && level > BumpLevel.Patch ? level - 1 : level;
    }

    /// <summary>The level of the step from one version to a later one.</summary>
    public static BumpLevel Made(SemanticVersion before, SemanticVersion after) =>
        after.Major > before.Major ? BumpLevel.Major
        : after.Minor > before.Minor ? BumpLevel.Minor
        : after > before ? BumpLevel.Patch
        : BumpLevel.None;

    /// <summary>Why a version may not be published after another; null where it may.</summary>
    public static string? Problem(
        SemanticVersion before,
        SemanticVersion after,
        IReadOnlyCollection<ContentChange> changes
    )
    {
        var (required, made) = (Required(before, changes), Made(before, after));
        if (required <= made)
        {
            return null;
        }

        var heaviest = changes
            .Where(change => change.Level == changes.Max(other => other.Level))
            .Select(change => change.What);
        return $"{before} to {after} is a {Name(made)} bump, and a {Name(required)} bump is due: {string.Join(", ", heaviest)}; "
            + $"\"featuresmith version bump\" raises it to {before.Next(required)}, --ignore-gate publishes it as it is";
    }

    /// <summary>A level as people write it.</summary>
    public static string Name(BumpLevel level) =>
        level switch
        {
            BumpLevel.Major => "major",
            BumpLevel.Minor => "minor",
            BumpLevel.Patch => "patch",
            _ => "no",
        };
}
