using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>
/// One use of a binary operator: which rule applies to two values (language.md, sections 8.4 to 8.7). A string on
/// either side makes both strings; then null gives null; then <c>empty</c>, lists and numbers.
/// </summary>
internal readonly struct Operation(TemplateContext context, BinaryExpression node, BinaryOperator op)
{
    private bool IsComparison => op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    private ScriptRuntimeException Unsupported(object? left, object? right) =>
        node.OperatorError(
            $"The operator `{op.Text()}` is not supported between `{ScriptValue.KindOf(left)}` and "
                + $"`{ScriptValue.KindOf(right)}`"
        );

    public object? Apply(object? left, object? right)
    {
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return ValueComparer.AreEqual(context, node, left, right) == (op == BinaryOperator.Equal);
        }

        if (left is string || right is string)
        {
            return OnStrings(left, right);
        }

        if (left is null || right is null)
        {
            return IsComparison ? false : null;
        }

        if (IsComparison)
        {
            return Holds(ValueComparer.Compare(context, node, left, right) ?? throw Unsupported(left, right));
        }

        if (left is IReadOnlyList<object?> || right is IReadOnlyList<object?>)
        {
            return new ListOperation(context, node, op).Apply(left, right) ?? throw Unsupported(left, right);
        }

        return OnNumbers(left, right);
    }

    private bool Holds(int comparison) =>
        op switch
        {
            BinaryOperator.Less => comparison < 0,
            BinaryOperator.LessOrEqual => comparison <= 0,
            BinaryOperator.Greater => comparison > 0,
            _ => comparison >= 0,
        };

    private object? OnStrings(object? left, object? right)
    {
        if (IsComparison)
        {
            return Holds(
                string.CompareOrdinal(
                    context.ObjectToString(left, node.Left),
                    context.ObjectToString(right, node.Right)
                )
            );
        }

        return op switch
        {
            BinaryOperator.Add => Concatenate(
                context.ObjectToString(left, node.Left),
                context.ObjectToString(right, node.Right)
            ),
            BinaryOperator.Multiply => Repeat(left, right),
            _ => throw node.OperatorError($"Operator `{op.Text()}` is not supported on string objects"),
        };
    }

    private string Concatenate(string left, string right)
    {
        context.CheckLength(node, (long)left.Length + right.Length);
        return left + right;
    }

    private string Repeat(object? left, object? right)
    {
        var (text, times, timesNode) = right is string other
            ? (other, left, node.Left)
            : ((string)left!, right, node.Right);
        if (times is not (int or long or float or double or decimal))
        {
            throw timesNode.Error(
                "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x "
                    + "int or int x string"
            );
        }

        var count = Math.Max(0, TemplateContext.ToInt(timesNode, times));
        context.CheckLength(node, (long)text.Length * count);
        return string.Concat(Enumerable.Repeat(text, text.Length == 0 ? 0 : count));
    }

    private object? OnNumbers(object left, object right)
    {
        var areNumbers = (Arithmetic.IsNumber(left) || left is bool) && (Arithmetic.IsNumber(right) || right is bool);
        if (!areNumbers || (left is bool && right is bool))
        {
            throw Unsupported(left, right);
        }

        try
        {
            return op is BinaryOperator.Range or BinaryOperator.RangeExclusive
                ? MakeRange(left, right)
                : Arithmetic.Compute(op, left, right) ?? throw Unsupported(left, right);
        }
        catch (Exception problem) when (problem is ArithmeticException or OverflowException)
        {
            throw node.OperatorError(problem.Message);
        }
    }

    private ScriptRange MakeRange(object left, object right)
    {
        if (left is not (int or long) || right is not (int or long))
        {
            throw Unsupported(left, right);
        }

        var (first, last) = ((long)Arithmetic.ToBig(left), (long)Arithmetic.ToBig(right));
        var count = (UInt128)Int128.Abs((Int128)last - first) + (op == BinaryOperator.Range ? 1u : 0u);
        if (count > (ulong)(context.LoopLimit > 0 ? context.LoopLimit : int.MaxValue))
        {
            throw node.OperatorError($"Range expression exceeds LoopLimit `{context.LoopLimit}`.");
        }

        return new ScriptRange(first, (int)count, first <= last ? 1 : -1);
    }
}
