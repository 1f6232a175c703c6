using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Statements in a row: a page, the body of a loop, a branch.</summary>
public sealed class ScriptBlockStatement : ScriptStatement
{
    internal ScriptBlockStatement(SourceText source, int start, int end, ScriptStatement[] statements)
        : base(source, start, end)
    {
        Statements = statements;
    }

    internal ScriptStatement[] Statements { get; }

    internal override object? Execute(TemplateContext context)
    {
        EnsureStack();
        object? result = null;
        var outerIndent = context.CurrentIndent;
        foreach (var statement in Statements)
        {
            context.Step(statement);
            context.CurrentIndent = (context.AutoIndent ? statement.Indent : null) ?? outerIndent;
            result = statement.Execute(context);
            if (result is not null && context.FlowState != FlowState.Return && context.EnableOutput)
            {
                context.Write(statement, result);
                result = null;
            }

            if (context.FlowState != FlowState.None)
            {
                break;
            }
        }

        context.CurrentIndent = outerIndent;
        return result;
    }
}

/// <summary>Text to print as it stands.</summary>
internal sealed class RawStatement(SourceText source, int start, int end) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        context.WriteVerbatim(this);
        return null;
    }
}

/// <summary>An expression whose value is printed.</summary>
internal sealed class ExpressionStatement(SourceText source, ScriptExpression expression)
    : ScriptStatement(source, expression.Start, expression.End)
{
    public ScriptExpression Expression => expression;

    internal override object? Execute(TemplateContext context) =>
        expression is CallExpression call ? call.EvaluateAsStatement(context) : expression.Evaluate(context);
}
