using Featuresmith.Diagnostics;

namespace Featuresmith.Definitions;

/// <summary>What a schema finds, by the kind of file that it speaks of.</summary>
public static class SchemaRules
{
    /// <summary>feature.jsonc does not fit its schema.</summary>
    public static RuleInfo Definition { get; } = new("FS601", "definition-schema", Severity.Error);

    /// <summary>collection.jsonc does not fit its schema.</summary>
    public static RuleInfo Collection { get; } = new("FS401", "collection-schema", Severity.Error);

    /// <summary>sandbox.jsonc does not fit its schema.</summary>
    public static RuleInfo Sandbox { get; } = new("FS319", "sandbox-schema", Severity.Error);
}
