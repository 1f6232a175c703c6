using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Suppressions;

/// <summary>What can be wrong with a suppression itself.</summary>
public static class SuppressionRules
{
    /// <summary>A suppression does not say why.</summary>
    public static RuleInfo WithoutReason { get; } = new("FS003", "suppression-without-reason", Severity.Error);

    /// <summary>A suppression suppresses nothing.</summary>
    public static RuleInfo WithoutEffect { get; } = new("FS004", "suppression-without-effect", Severity.Warning);

    /// <summary>Whether a rule speaks of suppressions; nothing suppresses such a finding.</summary>
    public static bool Owns(RuleInfo rule) => rule == WithoutReason || rule == WithoutEffect;
}
