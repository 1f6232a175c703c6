using Featuresmith.Diagnostics;

namespace Featuresmith.Syntax;

/// <summary>What the JSON reader itself finds, in every kind of file.</summary>
public static class JsonSyntaxRules
{
    /// <summary>The text is not JSON with comments.</summary>
    public static RuleInfo InvalidJson { get; } = new("FS001", "invalid-json", Severity.Error);

    /// <summary>One object has a key twice; tools keep the last and drop the first without a word.</summary>
    public static RuleInfo DuplicateKey { get; } = new("FS002", "duplicate-key", Severity.Error);
}
