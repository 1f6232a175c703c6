using System.Text.Encodings.Web;
using System.Text.Json;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Rendering;

/// <summary>A part of a JSON text as its author wrote it, moved to another depth.</summary>
public static class JsonText
{
    /// <summary>
    /// The part without the indentation of the line that it begins on, as if it stood alone. A key that the tree has another text for
    /// than the file, such as a sibling's id that was made a full name, is written as the tree has it.
    /// </summary>
    /// <returns>The text with LF line ends.</returns>
    public static string AsWritten(JsonValueSyntax part)
    {
        var source = part.Span.Source;
        var line = source.Line(source.PositionAt(part.Span.Start).Line);
        var indentation = line[..^line.TrimStart(' ', '\t').Length];
        var lines = Resolved(part).ReplaceLineEndings("\n").Split('\n');
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

    private static string Resolved(JsonValueSyntax part)
    {
        var text = part.Span.Source.Text[part.Span.Start..part.Span.End];
        // From the end, so that the places before stay right.
        foreach (var key in Keys(part).OrderByDescending(key => key.Span.Start))
        {
            var (start, end) = (key.Span.Start - part.Span.Start, key.Span.End - part.Span.Start);
            if (JsonSerializer.Deserialize<string>(text[start..end]) != key.Value)
            {
                text =
                    $"{text[..start]}\"{JsonEncodedText.Encode(key.Value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"{text[end..]}";
            }
        }

        return text;
    }

    private static IEnumerable<Located<string>> Keys(JsonValueSyntax part) =>
        part switch
        {
            JsonObjectSyntax map => map.Members.SelectMany(member => Keys(member.Value).Prepend(member.Key)),
            JsonArraySyntax array => array.Items.SelectMany(Keys),
            _ => [],
        };

    /// <summary>What <see cref="AsWritten"/> undoes: every line but the first, and but empty ones, is indented further.</summary>
    /// <param name="text">The text of a JSON value, with LF line ends.</param>
    /// <param name="indentation">Blanks or tabs.</param>
    public static string Indented(string text, string indentation) =>
        string.Join(
            '\n',
            text.Split('\n').Select((line, index) => index > 0 && line.Length > 0 ? indentation + line : line)
        );
}
