using Featuresmith.Diagnostics;

namespace Featuresmith.Rendering;

/// <summary>What goes wrong between a definition and its folder.</summary>
public static class RenderingRules
{
    /// <summary>A template does not parse, or does not run with what it is given.</summary>
    public static RuleInfo TemplateError { get; } = new("FS602", "template-error", Severity.Error);

    /// <summary>The templates make no devcontainer-feature.json that says what the definition says.</summary>
    public static RuleInfo NoMetadata { get; } = new("FS603", "metadata-not-rendered", Severity.Error);
}
