using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>
/// Operators on arrays and ranges: <c>+</c> joins, <c>* n</c> repeats, <c>/ n</c> keeps the first n-th part,
/// <c>% n</c> every n-th item, <c>&lt;&lt;</c> appends and <c>&gt;&gt;</c> prepends. The result is a new array.
/// </summary>
internal readonly struct ListOperation(TemplateContext context, BinaryExpression node, BinaryOperator op)
{
    /// <summary>The new array; null when the operator is not for these operands.</summary>
    public ScriptArray? Apply(object left, object right)
    {
        var (leftList, rightList) = (Sequence.Of(left), Sequence.Of(right));
        return op switch
        {
            BinaryOperator.Add when leftList is not null && rightList is not null => Make(
                leftList.Count + (long)rightList.Count,
                leftList.Concat(rightList)
            ),
            BinaryOperator.ShiftLeft when leftList is not null => Make(leftList.Count + 1L, leftList.Append(right)),
            BinaryOperator.ShiftRight when rightList is not null => Make(rightList.Count + 1L, rightList.Prepend(left)),
            BinaryOperator.Multiply when leftList is not null && right is int times => Repeat(leftList, times),
            BinaryOperator.Multiply when rightList is not null && left is int times => Repeat(rightList, times),
            BinaryOperator.Divide
            or BinaryOperator.DivideRound
            or BinaryOperator.Modulus when leftList is not null && right is int divisor => Part(leftList, divisor),
            _ => null,
        };
    }

    private ScriptArray Make(long count, IEnumerable<object?> items)
    {
        context.StepLoop(node, count);
        return new ScriptArray(items);
    }

    private ScriptArray Repeat(IReadOnlyList<object?> list, int times)
    {
        times = Math.Max(0, times);
        return Make((long)list.Count * times, Enumerable.Repeat(list, list.Count == 0 ? 0 : times).SelectMany(i => i));
    }

    private ScriptArray Part(IReadOnlyList<object?> list, int divisor)
    {
        if (divisor <= 0)
        {
            throw node.OperatorError($"Cannot divide an array by {divisor}");
        }

        return op == BinaryOperator.Modulus
            ? Make(list.Count, list.Where((_, index) => index % divisor == 0))
            : Make(list.Count, list.Take(list.Count / divisor));
    }
}
