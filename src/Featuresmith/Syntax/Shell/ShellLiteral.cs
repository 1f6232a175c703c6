using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>Characters that stand for themselves.</summary>
/// <param name="span">Where they stand, with single quotation marks if any.</param>
/// <param name="text">The characters, without quotation marks and backslashes.</param>
/// <param name="isQuoted">Whether they stand in quotation marks of either kind.</param>
public sealed class ShellLiteral(SourceSpan span, string text, bool isQuoted) : ShellWordPart(span)
{
    /// <summary>The characters, without quotation marks and backslashes. Escapes of $'…' are kept as written.</summary>
    public string Text { get; } = text;

    /// <summary>Whether they stand in quotation marks of either kind.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Whether they are written as $'…', which POSIX had not before 2024 and dash has not.</summary>
    public bool IsDollarQuoted =>
        IsQuoted && Span.Length > 1 && string.CompareOrdinal(Span.Source.Text, Span.Start, "$'", 0, 2) == 0;

    public override IEnumerable<ShellNode> Children => [];
}
