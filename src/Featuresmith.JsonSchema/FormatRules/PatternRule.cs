using Json.Schema.Patterns;

namespace Json.Schema.FormatRules;

/// <summary>The format <c>regex</c>: a pattern of ECMA-262.</summary>
internal static class PatternRule
{
    public static bool IsPattern(ReadOnlySpan<char> text) => EcmaPattern.IsPattern(text.ToString());
}
