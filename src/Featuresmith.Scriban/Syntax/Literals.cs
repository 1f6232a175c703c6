using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A number, a string, true, false or null.</summary>
internal sealed class LiteralExpression(SourceText source, int start, int end, object? value)
    : ScriptExpression(source, start, end)
{
    public override object? Evaluate(TemplateContext context) => value;
}

/// <summary><c>$"text {hole} text"</c>; the parts are literals and holes in turn.</summary>
internal sealed class InterpolatedExpression(SourceText source, int start, int end, ScriptExpression[] parts)
    : ScriptExpression(source, start, end)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        var text = string.Concat(parts.Select(part => context.ObjectToString(part.Evaluate(context), part)));
        return context.CheckLength(this, text);
    }
}

/// <summary><c>[a, b, c]</c></summary>
internal sealed class ArrayExpression(SourceText source, int start, int end, ScriptExpression[] items)
    : ScriptExpression(source, start, end)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        var array = new ScriptArray(items.Length);
        foreach (var item in items)
        {
            array.Add(item.Evaluate(context));
        }

        return array;
    }
}

/// <summary><c>{a: 1, "b": 2}</c></summary>
internal sealed class ObjectExpression(
    SourceText source,
    int start,
    int end,
    (string Name, ScriptExpression Value)[] members
) : ScriptExpression(source, start, end)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        var result = new ScriptObject();
        foreach (var (name, value) in members)
        {
            result[name] = value.Evaluate(context);
        }

        return result;
    }
}

/// <summary><c>(a)</c></summary>
internal sealed class NestedExpression(SourceText source, int start, int end, ScriptExpression inner)
    : ScriptExpression(source, start, end)
{
    public ScriptExpression Inner => inner;

    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        var value = inner.Evaluate(context);
        return inner is AnonymousFunctionExpression ? context.CallIfFunction(this, value) : value;
    }

    internal override object? EvaluateUncalled(TemplateContext context) => inner.EvaluateUncalled(context);
}

/// <summary><c>do … end</c></summary>
internal sealed class AnonymousFunctionExpression(
    SourceText source,
    int start,
    int end,
    FunctionDeclaration declaration
) : ScriptExpression(source, start, end)
{
    public override object? Evaluate(TemplateContext context) => context.MakeFunction(declaration, capture: true);
}
