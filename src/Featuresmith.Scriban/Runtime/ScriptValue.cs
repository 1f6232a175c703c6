using System.Numerics;

namespace Scriban.Runtime;

/// <summary>What a template can hold. There is no way from any of these to another .NET object.</summary>
internal static class ScriptValue
{
    /// <summary>The value, or an <see cref="ArgumentException"/> that says what to give instead.</summary>
    public static object? Check(object? value) =>
        value
            is null
                or string
                or bool
                or int
                or long
                or float
                or double
                or decimal
                or BigInteger
                or IScriptObject
                or ScriptRange
                or IScriptCustomFunction
            ? value
            : throw new ArgumentException(
                $"A template cannot be given a {value.GetType()}: give it a string, a bool, a number, a ScriptObject, "
                    + "a ScriptArray or an IScriptCustomFunction",
                nameof(value)
            );

    /// <summary>The type's name in messages and in <c>object.kind</c>.</summary>
    public static string KindOf(object? value) =>
        value switch
        {
            null => "null",
            string => "string",
            bool => "bool",
            int => "int",
            long => "long",
            float => "float",
            double => "double",
            decimal => "decimal",
            BigInteger => "bigint",
            ScriptRange => "range",
            ScriptArray => "array",
            IScriptCustomFunction => "function",
            _ => "object",
        };
}
