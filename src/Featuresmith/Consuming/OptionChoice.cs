using Featuresmith.Consuming.Editing;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Validation.Rules.Metadata;

namespace Featuresmith.Consuming;

/// <summary>
/// Checks the options that a person gives against those that a Feature has. No other tool does: the devcontainers CLI exports whatever it
/// is given.
/// </summary>
public static class OptionChoice
{
    /// <summary>The options as they are written into devcontainer.json.</summary>
    /// <param name="metadata">What the Feature says about itself.</param>
    /// <param name="given">Names and values, in their order; of a name that is given twice the last counts.</param>
    /// <exception cref="ReferenceException">The Feature has no such option, or the option does not allow the value.</exception>
    public static IReadOnlyList<FeatureEntryOption> Check(
        FeatureMetadata metadata,
        IEnumerable<KeyValuePair<string, string>> given
    )
    {
        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            values[name] = value;
        }

        return [.. values.Select(pair => Check(metadata, Option(metadata, pair.Key), pair.Value))];
    }

    /// <summary>The option of a name.</summary>
    /// <exception cref="ReferenceException">There is none.</exception>
    public static FeatureOption Option(FeatureMetadata metadata, string name)
    {
        var id = metadata.Id?.Value;
        var names = metadata.Options.Select(option => option.Id.Value).ToList();
        return metadata.Option(name)
            ?? throw new ReferenceException(
                names.Count == 0 ? $"\"{id}\" has no options"
                : Spelling.Nearest(name, names) is { } near
                    ? $"\"{id}\" has no option \"{name}\"; did you mean \"{near}\"?"
                : $"\"{id}\" has no option \"{name}\"; it has {string.Join(", ", names)}"
            );
    }

    private static FeatureEntryOption Check(FeatureMetadata metadata, FeatureOption option, string value)
    {
        var name = $"option \"{option.Id.Value}\" of \"{metadata.Id?.Value}\"";
        if (option.Type?.Value == "boolean")
        {
            return value is "true" or "false"
                ? new FeatureEntryOption(option.Id.Value, value)
                : throw new ReferenceException($"{name} is true or false, not \"{value}\"");
        }

        if (option.Enum is { Count: > 0 } allowed && allowed.All(one => one.Value != value))
        {
            var near = Spelling.Nearest(value, allowed.Select(one => one.Value));
            throw new ReferenceException(
                $"{name} does not allow \"{value}\"; "
                    + (near is null ? "" : $"did you mean \"{near}\"? ")
                    + $"It allows {string.Join(", ", allowed.Select(one => $"\"{one.Value}\""))}"
            );
        }

        return FS105OptionValueBreaksEnvFile.Breaks(value) is { } breaking
            ? throw new ReferenceException(
                $"{name} cannot have {breaking} in its value: install.sh would not receive it, since tools write it into a script unquoted"
            )
            : new FeatureEntryOption(option.Id.Value, NewMember.Quote(value));
    }
}
