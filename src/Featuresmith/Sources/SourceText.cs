using System.Text;

namespace Featuresmith.Sources;

/// <summary>The text of one file and where its lines begin. Offsets count UTF-16 code units of <see cref="Text"/>.</summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> lineStarts;

    /// <param name="path">The path as it is shown to people, with forward slashes.</param>
    /// <param name="text">The text, without a byte order mark.</param>
    /// <param name="hasByteOrderMark">Whether the file began with a UTF-8 byte order mark.</param>
    public SourceText(string path, string text, bool hasByteOrderMark = false)
    {
        Path = path;
        Text = text;
        HasByteOrderMark = hasByteOrderMark;
        lineStarts = new Lazy<int[]>(() => FindLineStarts(text));
    }

    /// <summary>The path as it is shown to people.</summary>
    public string Path { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Whether the file began with a UTF-8 byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Number of lines; an empty text has one, and a final line end opens another, empty one.</summary>
    public int LineCount => lineStarts.Value.Length;

    /// <summary>Decodes the bytes of a file. Bytes that are not UTF-8 become U+FFFD.</summary>
    public static SourceText FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var mark = Encoding.UTF8.Preamble;
        var marked = bytes.StartsWith(mark);
        return new SourceText(path, Encoding.UTF8.GetString(marked ? bytes[mark.Length..] : bytes), marked);
    }

    /// <summary>Reads a file. A pipe or a device, which has no end, counts as empty.</summary>
    /// <param name="file">The file to read.</param>
    /// <param name="shownPath">The path for messages; the file's own where left out.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceText Read(string file, string? shownPath = null) =>
        FromBytes((shownPath ?? file).Replace('\\', '/'), HasContent(file) ? File.ReadAllBytes(file) : []);

    /// <summary>The position of an offset; offsets outside the text count as its ends.</summary>
    public SourcePosition PositionAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(lineStarts.Value, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(line + 1, offset - lineStarts.Value[line] + 1);
    }

    /// <summary>The offset of a position; columns behind the line's end count as its end.</summary>
    public int OffsetAt(SourcePosition position)
    {
        var line = Math.Clamp(position.Line, 1, LineCount);
        var start = lineStarts.Value[line - 1];
        return Math.Min(start + Math.Max(position.Column, 1) - 1, start + Line(line).Length);
    }

    /// <summary>One line without its line end.</summary>
    /// <param name="number">Line number, from 1.</param>
    public string Line(int number)
    {
        var start = lineStarts.Value[number - 1];
        var end = number < LineCount ? lineStarts.Value[number] : Text.Length;
        return Text[start..end].TrimEnd('\n').TrimEnd('\r');
    }

    /// <summary>The span of the given offsets.</summary>
    public SourceSpan Span(int start, int end) => new(this, start, Math.Max(start, end));

    /// <summary>The span of one line without its line end.</summary>
    /// <param name="number">Line number, from 1.</param>
    public SourceSpan LineSpan(int number)
    {
        var start = lineStarts.Value[number - 1];
        return Span(start, start + Line(number).Length);
    }

    // To open a pipe is to wait for somebody who writes to it. Its length is 0, as that of an empty file.
    private static bool HasContent(string file)
    {
        var info = new FileInfo(file);
        var target = info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        return target is not { Exists: true, Length: 0 };
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return [.. starts];
    }
}
