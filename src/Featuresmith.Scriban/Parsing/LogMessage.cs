namespace Scriban.Parsing;

/// <summary>How bad a message is.</summary>
public enum ParserMessageType
{
    /// <summary>The template cannot be rendered.</summary>
    Error,

    /// <summary>The template can be rendered.</summary>
    Warning,
}

/// <summary>One message about a template.</summary>
/// <param name="Type">Error or warning.</param>
/// <param name="Span">What it is about.</param>
/// <param name="Message">One sentence.</param>
public sealed record LogMessage(ParserMessageType Type, SourceSpan Span, string Message)
{
    /// <summary>"file(line,column) : error : message", 1-based.</summary>
    public override string ToString() =>
        $"{Span.ToStringSimple()} : {(Type == ParserMessageType.Error ? "error" : "warning")} : {Message}";
}
