using Featuresmith.Syntax;

namespace Featuresmith.Rendering;

/// <summary>A part of a JSON text as its author wrote it, moved to another depth.</summary>
public static class JsonText
{
    /// <summary>The part without the indentation of the line that it begins on, as if it stood alone.</summary>
    /// <returns>The text with LF line ends.</returns>
    public static string AsWritten(JsonValueSyntax part)
    {
        var source = part.Span.Source;
        var line = source.Line(source.PositionAt(part.Span.Start).Line);
        var indentation = line[..^line.TrimStart(' ', '\t').Length];
        var lines = source.Text[part.Span.Start..part.Span.End].ReplaceLineEndings("\n").Split('\n');
        return string.Join(
            '\n',
            lines.Select(
                (text, index) =>
                    index > 0 && text.StartsWith(indentation, StringComparison.Ordinal)
                        ? text[indentation.Length..]
                        : text
            )
        );
    }

    /// <summary>What <see cref="AsWritten"/> undoes: every line but the first, and but empty ones, is indented further.</summary>
    /// <param name="text">The text of a JSON value, with LF line ends.</param>
    /// <param name="indentation">Blanks or tabs.</param>
    public static string Indented(string text, string indentation) =>
        string.Join(
            '\n',
            text.Split('\n').Select((line, index) => index > 0 && line.Length > 0 ? indentation + line : line)
        );
}
