using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A render that cannot go on: the template's mistake, or a limit.</summary>
/// <param name="span">Where in which template.</param>
/// <param name="message">One sentence.</param>
/// <param name="innerException">What was behind it, if anything.</param>
#pragma warning disable CA1032 // An error without a place would help nobody.
public class ScriptRuntimeException(SourceSpan span, string message, Exception? innerException)
    : Exception(message, innerException)
{
    /// <inheritdoc cref="ScriptRuntimeException(SourceSpan, string, Exception?)"/>
    public ScriptRuntimeException(SourceSpan span, string message)
        : this(span, message, null) { }

    /// <summary>Where in which template.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>The sentence alone.</summary>
    public string OriginalMessage { get; } = message;

    /// <summary>"file(line,column) : error : sentence", 1-based.</summary>
    public override string Message => $"{Span.ToStringSimple()} : error : {OriginalMessage}";
}

/// <summary>An included template that does not parse.</summary>
/// <param name="span">The <c>include</c>.</param>
/// <param name="message">One sentence.</param>
/// <param name="parserMessages">The messages about the included template.</param>
public sealed class ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
    : ScriptRuntimeException(span, message)
{
    /// <summary>The messages about the included template.</summary>
    public LogMessageBag ParserMessages { get; } = parserMessages;

    /// <inheritdoc/>
    public override string Message => $"{base.Message}\n{ParserMessages}";
}

/// <summary>A render that the host cancelled.</summary>
/// <param name="span">Where it was.</param>
public sealed class ScriptAbortException(SourceSpan span) : ScriptRuntimeException(span, "The operation was cancelled");
