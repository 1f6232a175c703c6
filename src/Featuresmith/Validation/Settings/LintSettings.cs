using Featuresmith.Diagnostics;
using Featuresmith.Validation.Suppressions;

namespace Featuresmith.Validation.Settings;

/// <summary>What a project, or a command line, wants of the rules.</summary>
/// <param name="Levels">The rules that weigh something else than they do by themselves.</param>
/// <param name="DenyWarnings">Whether warnings are errors, and so make a run fail.</param>
/// <param name="Ignored">What is not reported, by rule and path.</param>
public sealed record LintSettings(
    IReadOnlyDictionary<RuleId, RuleLevel> Levels,
    bool DenyWarnings,
    IReadOnlyList<Suppression> Ignored
)
{
    /// <summary>Every rule as it is by itself.</summary>
    public static LintSettings Default { get; } = new(new Dictionary<RuleId, RuleLevel>(), DenyWarnings: false, []);

    /// <summary>These settings laid over others: of a rule that both speak of, these count.</summary>
    public LintSettings Over(LintSettings below) =>
        new(
            Levels.Count == 0 ? below.Levels
                : below.Levels.Count == 0 ? Levels
                : below
                    .Levels.Where(level => !Levels.ContainsKey(level.Key))
                    .Concat(Levels)
                    .ToDictionary(level => level.Key, level => level.Value),
            DenyWarnings || below.DenyWarnings,
            [.. below.Ignored, .. Ignored]
        );

    /// <summary>Whether a rule's findings are errors here.</summary>
    public bool IsError(RuleInfo rule) =>
        Levels.TryGetValue(rule.Id, out var level)
            ? level == RuleLevel.Error || (DenyWarnings && level == RuleLevel.Warn)
            : rule.DefaultSeverity == Severity.Error || (DenyWarnings && rule.DefaultSeverity == Severity.Warning);

    /// <summary>A diagnostic with the weight that it has here; null where its rule is off.</summary>
    public Diagnostic? Weigh(Diagnostic diagnostic)
    {
        var severity = Levels.TryGetValue(diagnostic.Rule.Id, out var level)
            ? level switch
            {
                RuleLevel.Off => (Severity?)null,
                RuleLevel.Info => Severity.Info,
                RuleLevel.Warn => Severity.Warning,
                _ => Severity.Error,
            }
            : diagnostic.Severity;
        return severity switch
        {
            null => null,
            Severity.Warning when DenyWarnings => diagnostic with { Severity = Severity.Error },
            _ => diagnostic with { Severity = severity.Value },
        };
    }
}
