using System.Runtime.CompilerServices;
using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A piece of a parsed template.</summary>
public abstract class ScriptNode
{
    private protected ScriptNode(SourceText source, int start, int end)
    {
        Source = source;
        Start = start;
        End = end;
    }

    /// <summary>Where it stands.</summary>
    public SourceSpan Span => Source.Span(Start, End);

    internal SourceText Source { get; }

    internal int Start { get; }

    internal int End { get; }

    /// <summary>The node as it is written in the template.</summary>
    public override string ToString() => Source.Text[Start..End];

    internal ScriptRuntimeException Error(string message) => new(Span, message);

    // Depth limits keep a single template shallow; functions and includes multiply them, and only this sees the sum.
    internal void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error("The template nests too deeply: the stack is exhausted");
        }
    }
}

/// <summary>A piece of a template that has a value.</summary>
public abstract class ScriptExpression : ScriptNode
{
    private protected ScriptExpression(SourceText source, int start, int end)
        : base(source, start, end) { }

    /// <summary>Its value; a variable that holds a function is called.</summary>
    public abstract object? Evaluate(TemplateContext context);

    /// <summary>Its value; a function stays a function.</summary>
    internal virtual object? EvaluateUncalled(TemplateContext context) => Evaluate(context);
}

/// <summary>A piece of a template that does something.</summary>
public abstract class ScriptStatement : ScriptNode
{
    private protected ScriptStatement(SourceText source, int start, int end)
        : base(source, start, end) { }

    /// <summary>
    /// The white space before the <c>{{</c> that this statement follows, which its output repeats on every line
    /// (language.md, section 1.5); null when the statement is text or stands in its parent's code block.
    /// </summary>
    internal string? Indent { get; set; }

    /// <summary>Does it; a value that is not null is what the block prints.</summary>
    internal abstract object? Execute(TemplateContext context);
}
