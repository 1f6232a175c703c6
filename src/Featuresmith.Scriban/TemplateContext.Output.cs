using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public sealed partial class TemplateContext
{
    private OutputScope output = new(new StringBuilderOutput());

    /// <summary>
    /// Whether what a code block prints repeats the white space before its <c>{{</c> on every line. Default true.
    /// </summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Where a render goes.</summary>
    public IScriptOutput Output => output.Target;

    internal string? CurrentIndent
    {
        get => output.Indent;
        set => output.Indent = value;
    }

    /// <summary>Sends renders to another output.</summary>
    public void PushOutput(IScriptOutput scriptOutput)
    {
        ArgumentNullException.ThrowIfNull(scriptOutput);
        output = new OutputScope(scriptOutput) { Outer = output };
    }

    /// <summary>Goes back to the output before the last <see cref="PushOutput"/>.</summary>
    /// <exception cref="InvalidOperationException">None was pushed.</exception>
    public IScriptOutput PopOutput()
    {
        var popped = output;
        output = popped.Outer ?? throw new InvalidOperationException("There is no output to pop");
        return popped.Target;
    }

    internal string RenderToString(ScriptBlockStatement page)
    {
        output.Restart();
        try
        {
            var result = Run(page);
            if (result is not null && EnableOutput)
            {
                Write(page, result);
            }

            return Output.ToString() ?? string.Empty;
        }
        finally
        {
            (Output as StringBuilderOutput)?.Builder.Clear();
        }
    }

    internal void Write(ScriptNode node, object? value)
    {
        var text = ObjectToString(value, node);
        output.Write(this, new Origin(node, IsVerbatim: false), text, 0, text.Length);
    }

    internal void WriteVerbatim(RawStatement raw)
    {
        if (EnableOutput)
        {
            output.Write(this, new Origin(raw, IsVerbatim: true), raw.Source.Text, raw.Start, raw.End - raw.Start);
        }
    }

    /// <summary>
    /// What is printed meanwhile, as a string. A capture is indented like its surroundings; an include is not.
    /// </summary>
    internal string Capture(Func<object?> body, bool detached)
    {
        var target = new StringBuilderOutput();
        var inner = new OutputScope(target)
        {
            Indent = detached ? null : output.Indent,
            AtLineStart = output.AtLineStart && (!detached || output.Indent is null),
        };
        var enabled = EnableOutput;
        EnableOutput = true;
        try
        {
            Within(inner, body);
        }
        finally
        {
            EnableOutput = enabled;
        }

        output.AtLineStart = detached ? output.AtLineStart : inner.AtLineStart;
        return target.ToString();
    }

    /// <summary>Prints through the current indentation: the inside has its own, which it starts without.</summary>
    internal void PrintNested(Func<object?> body) =>
        Within(new OutputScope(output) { AtLineStart = output.Indent is null && output.AtLineStart }, body);

    private void Within(OutputScope inner, Func<object?> body)
    {
        var outer = output;
        output = inner;
        try
        {
            body();
        }
        finally
        {
            output = outer;
        }
    }
}
