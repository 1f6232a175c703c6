using Featuresmith.Definitions;
using Featuresmith.Syntax;

namespace Featuresmith.Coverage;

/// <summary>Which values of an option some scenario tries.</summary>
/// <param name="Option">The option.</param>
/// <param name="Tried">Every value that a container which has to come up was given, the default where it was left out.</param>
public sealed record OptionCoverage(FeatureOption Option, IReadOnlySet<string> Tried)
{
    /// <summary>
    /// The values that there are: those listed by "enum", true and false of a boolean; none where anything may be written.
    /// </summary>
    public IReadOnlyList<string> Values { get; } =
        Option.Enum is { Count: > 0 } allowed ? [.. allowed.Select(value => value.Value).Distinct()]
        : Option.Type?.Value == "boolean" || Option.Default is JsonBooleanSyntax ? ["true", "false"]
        : [];

    /// <summary>Whether anything may be written, so that all there is to ask for is a value that is not the default.</summary>
    public bool IsOpen => Values.Count == 0;

    /// <summary>The listed values that nothing tries, in the definition's order.</summary>
    public IReadOnlyList<string> Missing => [.. Values.Where(value => !Tried.Contains(value))];

    /// <summary>Whether the option may have any value and is never given one but its default.</summary>
    public bool IsNeverSet => IsOpen && Tried.All(value => value == Option.DefaultText);

    /// <summary>How many values there are to try.</summary>
    public int Total => IsOpen ? 1 : Values.Count;

    /// <summary>How many of them are tried.</summary>
    public int Covered => IsOpen ? (IsNeverSet ? 0 : 1) : Total - Missing.Count;

    /// <summary>
    /// The values that a new scenario can give it: the missing ones, or of an option without a list the first proposal that is not the
    /// default. None where nobody but its author knows a value.
    /// </summary>
    public IReadOnlyList<string> Suggested =>
        !IsOpen ? Missing
        : IsNeverSet && Option.OtherValue is { } other ? [other]
        : [];
}
