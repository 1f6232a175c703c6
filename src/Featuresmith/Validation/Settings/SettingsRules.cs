using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Settings;

/// <summary>What can be wrong with the settings of a project.</summary>
public static class SettingsRules
{
    /// <summary>.featuresmith.jsonc does not fit its schema, or settings name a rule that does not exist.</summary>
    public static RuleInfo Settings { get; } = new("FS005", "settings", Severity.Error);
}
