using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>What wrote a piece of output; verbatim pieces are slices of their template.</summary>
/// <param name="Node">The statement.</param>
/// <param name="IsVerbatim">Whether the text is the template's, at the same offset.</param>
/// <param name="Before">For an indent: the offset of the verbatim text that it stands before.</param>
internal readonly record struct Origin(ScriptNode Node, bool IsVerbatim, int? Before = null)
{
    public SourceSpan SpanOf(int start, int end) =>
        IsVerbatim ? Node.Source.Span(start, end)
        : Before is { } offset ? Node.Source.Span(offset, offset + 1)
        : Node.Span;
}

/// <summary>
/// An output with its indentation (language.md, section 1.5). An include writes through the scope of its includer, so
/// that indentations add up and an output that maps lines sees the included template.
/// </summary>
internal sealed class OutputScope
{
    private readonly OutputScope? through;
    private readonly IScriptSourceOutput? sourceTarget;
    private long length;

    public OutputScope(IScriptOutput target)
    {
        Target = target;
        sourceTarget = target as IScriptSourceOutput;
    }

    public OutputScope(OutputScope through)
    {
        this.through = through;
        Target = through.Target;
    }

    public IScriptOutput Target { get; }

    public OutputScope? Outer { get; init; }

    public string? Indent { get; set; }

    public bool AtLineStart { get; set; }

    public void Restart() => (length, Indent, AtLineStart) = (0, null, false);

    public void Write(TemplateContext context, Origin origin, string text, int offset, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (string.IsNullOrEmpty(Indent))
        {
            Emit(context, origin, text, offset, count);
        }
        else
        {
            WriteIndented(context, origin, Indent, text, offset, offset + count);
        }

        AtLineStart = text[offset + count - 1] == '\n';
    }

    private void WriteIndented(TemplateContext context, Origin origin, string indent, string text, int at, int end)
    {
        while (at < end)
        {
            if (AtLineStart)
            {
                var before = new Origin(origin.Node, IsVerbatim: false, origin.IsVerbatim ? at : origin.Before);
                Emit(context, before, indent, 0, indent.Length);
            }

            var newLine = text.IndexOf('\n', at, end - at);
            var next = newLine < 0 ? end : newLine + 1;
            Emit(context, origin, text, at, next - at);
            AtLineStart = newLine >= 0;
            at = next;
        }
    }

    private void Emit(TemplateContext context, Origin origin, string text, int offset, int count)
    {
        if (through is not null)
        {
            through.Write(context, origin, text, offset, count);
            return;
        }

        length += count;
        context.Step(origin.Node, count >> 6);
        if (context.LimitToString > 0 && length > context.LimitToString)
        {
            throw origin.Node.Error($"The output is longer than LimitToString `{context.LimitToString}`.");
        }

        if (sourceTarget is null)
        {
            Target.Write(text, offset, count);
        }
        else
        {
            EmitLines(origin, text, offset, offset + count);
        }
    }

    private void EmitLines(Origin origin, string text, int at, int end)
    {
        while (at < end)
        {
            var newLine = text.IndexOf('\n', at, end - at);
            var next = newLine < 0 ? end : newLine + 1;
            sourceTarget!.Write(origin.SpanOf(at, next), text, at, next - at);
            at = next;
        }
    }
}
