using System.Text;
using Featuresmith.Sources;
using Scriban.Runtime;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace Featuresmith.Rendering;

/// <summary>Collects a render together with the places that made it.</summary>
/// <param name="textOf">The template of a path that messages show; null where there is none.</param>
internal sealed class MappedOutput(Func<string, SourceText?> textOf) : IScriptSourceOutput
{
    private readonly StringBuilder builder = new();

    /// <summary>Where each part of the text comes from.</summary>
    public SourceMap Map { get; } = new();

    /// <inheritdoc/>
    public void Write(string text, int offset, int count) => builder.Append(text, offset, count);

    /// <inheritdoc/>
    public void Write(ScribanSpan span, string text, int offset, int count)
    {
        Write(text, offset, count);
        var source = textOf(span.FileName) ?? new SourceText(span.FileName, "");
        var isCopied =
            span.Length == count
            && span.Start.Offset + count <= source.Text.Length
            && source.Text.AsSpan(span.Start.Offset, count).SequenceEqual(text.AsSpan(offset, count));
        // Scriban's end is inclusive.
        Map.Add(source.Span(span.Start.Offset, span.End.Offset + 1), count, isCopied);
    }

    /// <summary>The text so far.</summary>
    public override string ToString() => builder.ToString();
}
