namespace Scriban.Parsing;

/// <summary>What a parser accepts.</summary>
public sealed record ParserOptions
{
    /// <summary>
    /// How deep expressions (and blocks) may nest; each operator of a chain counts as one level. Default 250, as in the
    /// package: a deeper template is refused before it can exhaust the stack.
    /// </summary>
    public int ExpressionDepthLimit { get; init; } = 250;
}

/// <summary>How a text is read.</summary>
public enum ScriptMode
{
    /// <summary>Text with code in <c>{{ }}</c>.</summary>
    Default,

    /// <summary>Code only.</summary>
    ScriptOnly,
}

/// <summary>What a lexer does.</summary>
public sealed record LexerOptions
{
    /// <summary>Template or code only.</summary>
    public ScriptMode Mode { get; init; } = ScriptMode.Default;
}
