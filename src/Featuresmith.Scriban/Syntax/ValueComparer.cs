using System.Numerics;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Which values are equal and which is less.</summary>
internal static class ValueComparer
{
    /// <summary>Equality: a string makes both strings, arrays by their items, objects by identity.</summary>
    public static bool AreEqual(TemplateContext context, ScriptNode node, object? left, object? right)
    {
        if (left is string || right is string)
        {
            return left is not null
                && right is not null
                && string.Equals(
                    context.ObjectToString(left, node),
                    context.ObjectToString(right, node),
                    StringComparison.Ordinal
                );
        }

        if (left is null || right is null || ReferenceEquals(left, right))
        {
            return ReferenceEquals(left, right);
        }

        if (ReferenceEquals(left, EmptyObject.Instance) || ReferenceEquals(right, EmptyObject.Instance))
        {
            return EmptyObject.IsEmpty(ReferenceEquals(left, EmptyObject.Instance) ? right : left) is true;
        }

        if (left is bool != right is bool)
        {
            return Compare(context, node, left, right) == 0;
        }

        return left is IReadOnlyList<object?> a && right is IReadOnlyList<object?> b
                ? a.Count == b.Count && Compare(context, node, a, b) == 0
            : Compare(context, node, left, right) is { } comparison ? comparison == 0
            : Equals(left, right);
    }

    /// <summary>Negative, zero or positive; null when the values have no order.</summary>
    public static int? Compare(TemplateContext context, ScriptNode node, object? left, object? right)
    {
        node.EnsureStack();
        context.Step(node);
        if (left is null || right is null)
        {
            return left is null ? (right is null ? 0 : -1) : 1;
        }

        if (left is string || right is string)
        {
            return string.CompareOrdinal(context.ObjectToString(left, node), context.ObjectToString(right, node));
        }

        if (left is IReadOnlyList<object?> a && right is IReadOnlyList<object?> b)
        {
            return CompareLists(context, node, a, b);
        }

        var areNumbers = (Arithmetic.IsNumber(left) || left is bool) && (Arithmetic.IsNumber(right) || right is bool);
        return areNumbers ? CompareNumbers(left, right) : null;
    }

    private static int? CompareLists(
        TemplateContext context,
        ScriptNode node,
        IReadOnlyList<object?> left,
        IReadOnlyList<object?> right
    )
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (AreEqual(context, node, left[i], right[i]))
            {
                continue;
            }

            return Compare(context, node, left[i], right[i]) is { } order and not 0 ? order : null;
        }

        return left.Count.CompareTo(right.Count);
    }

    private static int CompareNumbers(object left, object right)
    {
        if (left is int a && right is int b)
        {
            return a.CompareTo(b);
        }

        if (left is decimal && right is decimal)
        {
            return ((decimal)left).CompareTo((decimal)right);
        }

        return left is double or float or decimal || right is double or float or decimal
            ? Arithmetic.ToDouble(left).CompareTo(Arithmetic.ToDouble(right))
            : Arithmetic.ToBig(left).CompareTo(Arithmetic.ToBig(right));
    }
}
