using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>target = value</c> and <c>target += value</c></summary>
internal sealed class AssignStatement(
    SourceText source,
    PathExpression target,
    BinaryOperator? op,
    int operatorStart,
    ScriptExpression value
) : ScriptStatement(source, target.Start, value.End)
{
    private readonly ScriptExpression computed = op is { } binary
        ? new BinaryExpression(source, target, binary, operatorStart, value)
        : value;

    internal override object? Execute(TemplateContext context)
    {
        target.Assign(context, computed.Evaluate(context));
        return null;
    }
}

/// <summary><c>if … else if … else … end</c></summary>
internal sealed class IfStatement(
    SourceText source,
    int start,
    int end,
    (ScriptExpression Condition, ScriptBlockStatement Body)[] branches,
    ScriptBlockStatement? otherwise
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        foreach (var (condition, body) in branches)
        {
            if (TemplateContext.ToBool(condition.Evaluate(context)))
            {
                return body.Execute(context);
            }
        }

        return otherwise?.Execute(context);
    }
}

/// <summary><c>case … when a, b … else … end</c></summary>
internal sealed class CaseStatement(
    SourceText source,
    int start,
    int end,
    ScriptExpression value,
    (ScriptExpression[] Matches, ScriptBlockStatement Body)[] branches,
    ScriptBlockStatement? otherwise
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        var wanted = value.Evaluate(context);
        foreach (var (matches, body) in branches)
        {
            if (matches.Any(match => ValueComparer.AreEqual(context, this, wanted, match.Evaluate(context))))
            {
                return body.Execute(context);
            }
        }

        return otherwise?.Execute(context);
    }
}

/// <summary><c>capture target … end</c></summary>
internal sealed class CaptureStatement(
    SourceText source,
    int start,
    int end,
    PathExpression target,
    ScriptBlockStatement body
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        var text = context.Capture(() => body.Execute(context), detached: false);
        target.Assign(context, text);
        return null;
    }
}

/// <summary><c>with object … end</c></summary>
internal sealed class WithStatement(
    SourceText source,
    int start,
    int end,
    ScriptExpression target,
    ScriptBlockStatement body
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        var value = target.Evaluate(context);
        if (value is not IScriptObject members)
        {
            throw target.Error(
                $"Invalid target property `{target}` used for [with] statement. Must be a ScriptObject instead of "
                    + $"`{ScriptValue.KindOf(value)}`"
            );
        }

        context.PushGlobal(members);
        try
        {
            return body.Execute(context);
        }
        finally
        {
            context.PopGlobal();
        }
    }
}

/// <summary><c>break</c>, <c>continue</c> and <c>ret value</c></summary>
internal sealed class FlowStatement(SourceText source, int start, int end, FlowState flow, ScriptExpression? value)
    : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        var result = value?.Evaluate(context);
        context.FlowState = flow;
        return result;
    }
}

/// <summary><c>func name … end</c> and <c>name(x) = …</c></summary>
internal sealed class FunctionStatement(
    SourceText source,
    int start,
    int end,
    PathExpression name,
    FunctionDeclaration declaration
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        name.Assign(context, context.MakeFunction(declaration, capture: false));
        return null;
    }
}

/// <summary>What comes after a statement.</summary>
internal enum FlowState
{
    None,
    Break,
    Continue,
    Return,
}
