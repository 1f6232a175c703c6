using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public sealed partial class TemplateContext
{
    /// <summary>The regular-expression time of one render, all uses together. Default ten seconds.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    internal TimeSpan RegexTimeLeft { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Only null and false are false; 0 and "" are true (language.md, "Truthy and Falsy").</summary>
    internal static bool ToBool(object? value) =>
        value switch
        {
            null => false,
            bool flag => flag,
            _ => !ReferenceEquals(value, EmptyObject.Instance),
        };

    internal int ToInt(ScriptExpression node) => ToInt(node, node.Evaluate(this));

    /// <summary>An int of a number, a bool or a numeral; null is 0; fractions are rounded.</summary>
    internal static int ToInt(ScriptNode node, object? value)
    {
        try
        {
            return value switch
            {
                null => 0,
                int number => number,
                string text => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
                double number => Convert.ToInt32(number),
                float number => Convert.ToInt32(number),
                decimal number => Convert.ToInt32(number),
                long or BigInteger or bool => (int)Arithmetic.ToBig(value),
                _ => throw new FormatException(),
            };
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            throw node.Error($"Unable to convert type `{ScriptValue.KindOf(value)}` to int: {node}");
        }
    }

    /// <summary>A value as it is printed.</summary>
    /// <exception cref="ScriptRuntimeException">It is too long, nests too deeply or contains itself.</exception>
    internal string ObjectToString(object? value, ScriptNode node) =>
        value is string text ? text : new ValuePrinter(this, node).Print(value);
}
