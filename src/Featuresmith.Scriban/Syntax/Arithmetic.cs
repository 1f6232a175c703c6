using System.Numerics;
using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>
/// Numbers. The wider of two types wins: decimal, double, float, then the integers, which grow from int over long to
/// <see cref="BigInteger"/> instead of overflowing.
/// </summary>
internal static class Arithmetic
{
    // A product of two numbers of this size is still cheap; without a bound, squaring in a loop would never end.
    private const long LargestBits = 4096;

    public static bool IsNumber(object? value) => value is int or long or BigInteger or float or double or decimal;

    /// <summary>Plus or minus the number; null for anything else.</summary>
    public static object? Sign(object value, bool negative) =>
        !IsNumber(value) ? null
        : !negative ? value
        : value switch
        {
            decimal number => -number,
            double number => -number,
            float number => -number,
            _ => NumberLiteral.Narrow(-ToBig(value)),
        };

    /// <summary>
    /// The result of an operator on two numbers (a bool counts as 0 or 1), or null when it takes no numbers.
    /// </summary>
    /// <exception cref="ArithmeticException">The result does not exist or is too large.</exception>
    public static object? Compute(BinaryOperator op, object left, object right)
    {
        if (left is int a && right is int b && Fast(op, a, b) is { } quick)
        {
            return quick;
        }

        if (left is decimal || right is decimal)
        {
            return OfDecimals(op, ToDecimal(left), ToDecimal(right));
        }

        if (left is double || right is double)
        {
            return OfDoubles(op, ToDouble(left), ToDouble(right));
        }

        if (left is float || right is float)
        {
            var result = OfDoubles(op, ToDouble(left), ToDouble(right));
            return result is double number ? (float)number : result;
        }

        return OfIntegers(op, ToBig(left), ToBig(right));
    }

    public static double ToDouble(object value) =>
        value switch
        {
            double number => number,
            // Through text, so that 0.1f meets 0.1 as the number that was written.
            float number => number,
            decimal number => (double)number,
            _ => (double)ToBig(value),
        };

    public static BigInteger ToBig(object value) =>
        value switch
        {
            int number => number,
            long number => number,
            BigInteger number => number,
            bool flag => flag ? 1 : 0,
            float number => new BigInteger(number),
            double number => new BigInteger(number),
            decimal number => new BigInteger(number),
            _ => throw new ArithmeticException("Expecting a number"),
        };

    private static decimal ToDecimal(object value) =>
        value switch
        {
            decimal number => number,
            double number => (decimal)number,
            float number => (decimal)number,
            _ => (decimal)ToBig(value),
        };

    // The common case without a detour over BigInteger.
    private static object? Fast(BinaryOperator op, int left, int right)
    {
        long? result = op switch
        {
            BinaryOperator.Add => (long)left + right,
            BinaryOperator.Subtract => (long)left - right,
            BinaryOperator.Multiply => (long)left * right,
            _ => null,
        };
        return result is { } value ? NumberLiteral.Narrow(value) : null;
    }

    private static object? OfIntegers(BinaryOperator op, BigInteger left, BigInteger right) =>
        op switch
        {
            BinaryOperator.Add => Bounded(left + right),
            BinaryOperator.Subtract => Bounded(left - right),
            BinaryOperator.Multiply => Bounded(left * right),
            BinaryOperator.Divide => (double)left / (double)NotZero(right),
            BinaryOperator.DivideRound => Bounded(left / NotZero(right)),
            BinaryOperator.Modulus => Bounded(left % NotZero(right)),
            BinaryOperator.ShiftLeft => Bounded(left << ShiftOf(right)),
            BinaryOperator.ShiftRight => Bounded(left >> ShiftOf(right)),
            _ => null,
        };

    private static object? OfDecimals(BinaryOperator op, decimal left, decimal right) =>
        op switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.DivideRound => Math.Round(left / right),
            BinaryOperator.Modulus => left % right,
            _ => null,
        };

    private static object? OfDoubles(BinaryOperator op, double left, double right) =>
        op switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / NotZero(right),
            BinaryOperator.DivideRound => Math.Round(left / NotZero(right)),
            BinaryOperator.Modulus => left % NotZero(right),
            _ => null,
        };

    private static BigInteger NotZero(BigInteger divisor) =>
        divisor.IsZero ? throw new DivideByZeroException("Division by zero") : divisor;

    private static double NotZero(double divisor) =>
        divisor == 0 ? throw new DivideByZeroException("Division by zero") : divisor;

    private static int ShiftOf(BigInteger bits) =>
        bits >= 0 && bits <= LargestBits ? (int)bits : throw new OverflowException($"Cannot shift by {bits} bits");

    private static object Bounded(BigInteger value) =>
        value.GetBitLength() <= LargestBits
            ? NumberLiteral.Narrow(value)
            : throw new OverflowException($"The integer needs more than {LargestBits} bits");
}
