using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>What became of a Feature's options.</summary>
internal static class OptionChanges
{
    public static IEnumerable<ContentChange> Between(FeatureMetadata before, FeatureMetadata after)
    {
        var added = after.Options.Where(option => before.Option(option.Id.Value) is null).ToList();
        foreach (var old in before.Options)
        {
            if (after.Option(old.Id.Value) is { } now)
            {
                foreach (var change in Between(old, now))
                {
                    yield return change;
                }

                continue;
            }

            var renamed = added.Find(option => IsLike(old, option));
            added.Remove(renamed!);
            yield return new ContentChange(
                BumpLevel.Major,
                renamed is null
                    ? $"option \"{old.Id.Value}\" was removed"
                    : $"option \"{old.Id.Value}\" was renamed to \"{renamed.Id.Value}\""
            );
        }

        foreach (var option in added)
        {
            yield return new ContentChange(BumpLevel.Minor, $"option \"{option.Id.Value}\" was added");
        }
    }

    private static IEnumerable<ContentChange> Between(FeatureOption old, FeatureOption now)
    {
        var name = $"option \"{old.Id.Value}\"";
        if (old.Type?.Value != now.Type?.Value)
        {
            yield return new(BumpLevel.Major, $"{name} changed its type from {old.Type?.Value} to {now.Type?.Value}");
        }

        if (old.DefaultText != now.DefaultText)
        {
            yield return new(
                BumpLevel.Major,
                $"the default of {name} changed from \"{old.DefaultText}\" to \"{now.DefaultText}\""
            );
        }

        var (oldValues, values) = (Texts(old.Enum), Texts(now.Enum));
        var gone = (oldValues ?? []).Except(values ?? []).ToList();
        if (values is not null && (oldValues is null || gone.Count > 0))
        {
            yield return new(
                BumpLevel.Major,
                oldValues is null ? $"{name} takes listed values only" : $"{name} no longer takes {Quoted(gone)}"
            );
        }

        var fresh = (values ?? []).Except(oldValues ?? []).ToList();
        if (oldValues is not null && (values is null || fresh.Count > 0))
        {
            yield return new(
                BumpLevel.Minor,
                values is null ? $"{name} takes any value" : $"{name} takes {Quoted(fresh)} too"
            );
        }

        if (
            !(Texts(old.Proposals) ?? []).SequenceEqual(Texts(now.Proposals) ?? [])
            && values is null
            && oldValues is null
        )
        {
            yield return new(BumpLevel.Patch, $"the proposals of {name} changed");
        }

        if (old.Description?.Value != now.Description?.Value)
        {
            yield return new(BumpLevel.Patch, $"the description of {name} changed");
        }
    }

    private static bool IsLike(FeatureOption old, FeatureOption now) =>
        old.Type?.Value == now.Type?.Value
        && old.DefaultText == now.DefaultText
        && (Texts(old.Enum) ?? []).SequenceEqual(Texts(now.Enum) ?? [])
        && (old.Description?.Value == now.Description?.Value || old.EnvironmentName == now.EnvironmentName);

    private static List<string>? Texts(IReadOnlyList<Sources.Located<string>>? values) =>
        values?.Select(value => value.Value).ToList();

    private static string Quoted(IEnumerable<string> values) => string.Join(", ", values.Select(EcmaJson.Quote));
}
