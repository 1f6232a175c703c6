using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of <c>math</c> (builtins/math.md).</summary>
internal sealed class MathFunctions : FunctionSet
{
    public MathFunctions()
    {
        Define("abs", "value", Abs);
        Define("ceil", "value", a => Math.Ceiling(a.Double(0)));
        Define("floor", "value", a => Math.Floor(a.Double(0)));
        Define("round", "value precision?", Round);
        Define("plus", "value with", a => Compute(a, BinaryOperator.Add));
        Define("minus", "value with", a => Compute(a, BinaryOperator.Subtract));
        Define("times", "value with", a => Compute(a, BinaryOperator.Multiply));
        Define("modulo", "value with", a => Compute(a, BinaryOperator.Modulus));
        Define("divided_by", "value divisor", DividedBy);
        Define("is_number", "value", a => Arithmetic.IsNumber(a[0]));
        Define("format", "value format culture?", NumberFormat.Format);
        Define("random", "minValue maxValue", NextRandom);
        Define("uuid", "", _ => Guid.NewGuid().ToString());
    }

    private static object? Abs(Arguments a) =>
        a[0] switch
        {
            null => null,
            int or long or BigInteger => Parsing.NumberLiteral.Narrow(BigInteger.Abs(Arithmetic.ToBig(a[0]!))),
            decimal number => Math.Abs(number),
            _ => Math.Abs(a.Double(0)),
        };

    private static object? Round(Arguments a)
    {
        var precision = a.Int(1);
        return precision is < 0 or > 15
            ? throw a.Error("math.round takes a precision from 0 to 15")
            : Math.Round(a.Double(0), precision);
    }

    private static object? Compute(Arguments a, BinaryOperator op)
    {
        var (left, right) = (a[0], a[1]);
        if (left is null || right is null)
        {
            return null;
        }

        if (!Arithmetic.IsNumber(left) || !Arithmetic.IsNumber(right))
        {
            var wrong = Arithmetic.IsNumber(left) ? right : left;
            throw a.Error($"The value `{ScriptValue.KindOf(wrong)}` is not a number");
        }

        try
        {
            return Arithmetic.Compute(op, left, right);
        }
        catch (Exception problem) when (problem is ArithmeticException)
        {
            throw a.Error(problem.Message);
        }
    }

    // By an integer the result is one too.
    private static object? DividedBy(Arguments a)
    {
        if (a[1] is null)
        {
            return null;
        }

        var divisor = a.Double(1);
        if (divisor == 0)
        {
            throw a.Error("Division by zero");
        }

        var result = a.Double(0) / divisor;
        return a[1] is int or long or BigInteger && Math.Abs(result) < long.MaxValue
            ? Parsing.NumberLiteral.Narrow((long)Math.Floor(result))
            : result;
    }

    private static object? NextRandom(Arguments a)
    {
        var (least, beyond) = (a.Int(0), a.Int(1));
        if (beyond < least)
        {
            throw a.Error("math.random takes a maxValue that is not less than minValue");
        }

#pragma warning disable CA5394 // A template's dice, no secret.
        return Random.Shared.Next(least, beyond);
#pragma warning restore CA5394
    }
}
