using System.Buffers;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>
/// The CLI writes NAME="value" unescaped and has /bin/sh source it as root (containerFeatures.ts,
/// getFeatureEnvVariables), so these characters end the string or run commands.
/// </summary>
public sealed class FS105OptionValueBreaksEnvFile : IFeatureRule
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("\"$`\\\n\r");

    public RuleInfo Info { get; } = new("FS105", "option-value-breaks-env-file", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from option in feature.Metadata?.Options ?? []
        from value in option.StringValues
        let breaking = Breaks(value.Value)
        where breaking is not null
        select Describe(option.Id.Value, value, breaking);

    /// <summary>What it is in a value that breaks the file, for a message; null where nothing does.</summary>
    public static string? Breaks(string value) =>
        value.AsSpan().IndexOfAny(Breaking) is var at and >= 0 ? Show(value[at]) : null;

    private static Finding Describe(string option, Located<string> value, string breaking) =>
        new(
            value.Span,
            $"a value of option \"{option}\" has {breaking}, which the sourced env file does not survive",
            "choose a form without quotation marks, $, backticks, backslashes and line ends, such as words and commas"
        );

    private static string Show(char breaking) =>
        breaking switch
        {
            '"' => "a quotation mark",
            '\n' or '\r' => "a line end",
            _ => $"\"{breaking}\"",
        };
}
