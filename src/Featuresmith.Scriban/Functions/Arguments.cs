using System.Globalization;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The arguments of a built-in function, converted as they are asked for; an absent one is null.</summary>
internal readonly struct Arguments(TemplateContext context, ScriptNode call, ScriptArray values)
{
    public TemplateContext Context => context;

    public ScriptNode Call => call;

    public object? this[int index] => values[index];

    public ScriptRuntimeException Error(string message) => call.Error(message);

    /// <summary>A value as text; null stays null.</summary>
    public string? Text(int index)
    {
        if (values[index] is not { } value)
        {
            return null;
        }

        var text = context.ObjectToString(value, call);
        context.Step(call, text.Length >> 6);
        return text;
    }

    public int Int(int index) => TemplateContext.ToInt(call, values[index]);

    public int? OptionalInt(int index) => values[index] is null ? null : Int(index);

    public double Double(int index) =>
        values[index] switch
        {
            null => 0,
            string text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            var value when Arithmetic.IsNumber(value) || value is bool => Arithmetic.ToDouble(value),
            var value => throw Error($"Unable to convert type `{ScriptValue.KindOf(value)}` to double"),
        };

    /// <summary>An array, a range or an object as pairs; null stays null.</summary>
    public IReadOnlyList<object?>? List(int index)
    {
        var value = values[index];
        if (value is null)
        {
            return null;
        }

        if (value is not (IReadOnlyList<object?> or IScriptObject))
        {
            throw Error(
                $"Unexpected {ScriptValue.KindOf(value)} value. Expecting an array, list or iterator. "
                    + "Unable to convert to a list."
            );
        }

        var list = Sequence.Iterate(context, call, value);
        context.Step(call, list.Count);
        return list;
    }

    public IScriptCustomFunction Function(int index) =>
        values[index] as IScriptCustomFunction
        ?? throw Error($"Expecting a function (`@name`) instead of a {ScriptValue.KindOf(values[index])}");

    public CultureInfo Culture(int index)
    {
        var name = Text(index);
        try
        {
            return name is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw Error($"There is no culture `{name}`");
        }
    }
}
