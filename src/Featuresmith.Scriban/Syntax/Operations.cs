using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>left operator right</c></summary>
internal sealed class BinaryExpression(
    SourceText source,
    ScriptExpression left,
    BinaryOperator op,
    int operatorStart,
    ScriptExpression right
) : ScriptExpression(source, left.Start, right.End)
{
    public ScriptExpression Left => left;

    public BinaryOperator Operator => op;

    public ScriptExpression Right => right;

    public int OperatorStart => operatorStart;

    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        var value = left.Evaluate(context);
        switch (op)
        {
            case BinaryOperator.And:
                return TemplateContext.ToBool(value) && TemplateContext.ToBool(right.Evaluate(context));
            case BinaryOperator.Or:
                return TemplateContext.ToBool(value) || TemplateContext.ToBool(right.Evaluate(context));
            case BinaryOperator.Coalesce:
                return value ?? right.Evaluate(context);
            case BinaryOperator.NotCoalesce:
                return value is null ? null : right.Evaluate(context);
            default:
                return new Operation(context, this, op).Apply(value, right.Evaluate(context));
        }
    }

    /// <summary>An error at the operator.</summary>
    public ScriptRuntimeException OperatorError(string message) =>
        new(Source.Span(operatorStart, operatorStart + op.Text().Length), message);
}

/// <summary><c>condition ? then : otherwise</c></summary>
internal sealed class ConditionalExpression(
    SourceText source,
    ScriptExpression condition,
    ScriptExpression then,
    ScriptExpression otherwise
) : ScriptExpression(source, condition.Start, otherwise.End)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        return (TemplateContext.ToBool(condition.Evaluate(context)) ? then : otherwise).Evaluate(context);
    }
}

/// <summary><c>!a</c>, <c>-a</c> and <c>+a</c></summary>
internal sealed class UnaryExpression(SourceText source, int start, TokenKind op, ScriptExpression operand)
    : ScriptExpression(source, start, operand.End)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        var value = operand.Evaluate(context);
        if (op == TokenKind.Bang)
        {
            return !TemplateContext.ToBool(value);
        }

        if (value is null)
        {
            return null;
        }

        return Arithmetic.Sign(value, negative: op == TokenKind.Minus)
            ?? throw Error(
                $"The operator `{(op == TokenKind.Minus ? "-" : "+")}` takes a number, not a {ScriptValue.KindOf(value)}"
            );
    }
}

/// <summary><c>@f</c>: the function itself.</summary>
internal sealed class AliasExpression(SourceText source, int start, ScriptExpression operand)
    : ScriptExpression(source, start, operand.End)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        return operand.EvaluateUncalled(context);
    }
}

/// <summary><c>^list</c> among arguments: each item becomes an argument.</summary>
internal sealed class ExpandExpression(SourceText source, int start, ScriptExpression operand)
    : ScriptExpression(source, start, operand.End)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        return operand.Evaluate(context);
    }
}

/// <summary><c>++a</c>, <c>a++</c>, <c>--a</c> and <c>a--</c></summary>
internal sealed class IncrementExpression(
    SourceText source,
    int start,
    int end,
    PathExpression target,
    bool increment,
    bool prefix
) : ScriptExpression(source, start, end)
{
    public override object? Evaluate(TemplateContext context)
    {
        var before = target.Evaluate(context);
        if (before is not null && !Arithmetic.IsNumber(before))
        {
            throw Error(
                $"The operator `{(increment ? "++" : "--")}` takes a number, not a {ScriptValue.KindOf(before)}"
            );
        }

        object? after;
        try
        {
            var op = increment ? BinaryOperator.Add : BinaryOperator.Subtract;
            after = before is null ? null : Arithmetic.Compute(op, before, 1);
        }
        catch (ArithmeticException problem)
        {
            throw Error(problem.Message);
        }

        target.Assign(context, after);
        return prefix ? after : before;
    }
}
