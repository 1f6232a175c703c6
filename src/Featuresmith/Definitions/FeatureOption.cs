using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>One entry of a Feature's "options".</summary>
/// <param name="Id">The option's id, as users write it.</param>
/// <param name="Type">"string" or "boolean"; null where absent or no string.</param>
/// <param name="Default">The default as written; null where absent.</param>
/// <param name="Enum">The allowed values; null where none are listed.</param>
/// <param name="Proposals">The suggested values; null where none are listed.</param>
/// <param name="Description">What the option does.</param>
public sealed record FeatureOption(
    Located<string> Id,
    Located<string>? Type,
    JsonValueSyntax? Default,
    IReadOnlyList<Located<string>>? Enum,
    IReadOnlyList<Located<string>>? Proposals,
    Located<string>? Description
)
{
    /// <summary>The variable in which install.sh receives the option.</summary>
    public string EnvironmentName { get; } = OptionEnvironmentName.For(Id.Value);

    /// <summary>The default as install.sh receives it; null where there is none that can be handed over.</summary>
    public string? DefaultText =>
        Default switch
        {
            JsonStringSyntax text => text.Value,
            JsonBooleanSyntax flag => flag.Value ? "true" : "false",
            _ => null,
        };

    /// <summary>
    /// A value that is not the default: of a boolean the other one, else the first that is allowed or proposed. Null where the
    /// definition names none.
    /// </summary>
    public string? OtherValue =>
        Default is JsonBooleanSyntax || (Default is null && Type?.Value == "boolean")
            ? (DefaultText == "true" ? "false" : "true")
            : (Enum ?? Proposals ?? []).FirstOrDefault(value => value.Value != (DefaultText ?? ""))?.Value;

    /// <summary>Every string that the definition itself may put into the variable: default, allowed and suggested values.</summary>
    public IEnumerable<Located<string>> StringValues =>
        ((Default as JsonStringSyntax) is { } text ? [text.Located] : Enumerable.Empty<Located<string>>())
            .Concat(Enum ?? [])
            .Concat(Proposals ?? []);
}
