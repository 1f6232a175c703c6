namespace Json.Schema.FormatRules;

/// <summary>A format of the specification: its key, how to name it, and its rule.</summary>
internal sealed class RuleFormat(string key, string described, RuleFormat.Rule rule) : TextFormat(key)
{
    /// <summary>Whether a text has the format.</summary>
    internal delegate bool Rule(ReadOnlySpan<char> text);

    internal override string Described => described;

    public override bool IsMatch(ReadOnlySpan<char> text) => rule(text);
}
