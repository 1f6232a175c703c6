using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>name: value</c> among arguments.</summary>
internal sealed record NamedArgument(string Name, ScriptExpression Value);

/// <summary>
/// <c>f a b</c>, <c>f(a, b)</c> and <c>x | f a</c>, where x is the first argument (language.md, section 8.9).
/// </summary>
internal sealed class CallExpression(
    SourceText source,
    int start,
    int end,
    ScriptExpression callee,
    ScriptExpression[] positional,
    NamedArgument[] named,
    bool isPipe
) : ScriptExpression(source, start, end)
{
    public ScriptExpression Callee => callee;

    public ScriptExpression[] Positional => positional;

    public NamedArgument[] Named => named;

    public override object? Evaluate(TemplateContext context)
    {
        var arguments = EvaluateArguments(context);
        return context.Call(Resolve(context), this, arguments);
    }

    /// <summary>The same, but an <c>include</c> prints as it goes instead of making a string.</summary>
    public object? EvaluateAsStatement(TemplateContext context)
    {
        var arguments = EvaluateArguments(context);
        var function = Resolve(context);
        if (function is IncludeFunction && context.EnableOutput)
        {
            IncludeFunction.Print(context, this, arguments);
            return null;
        }

        return context.Call(function, this, arguments);
    }

    private IScriptCustomFunction Resolve(TemplateContext context)
    {
        var target = callee.EvaluateUncalled(context);
        if (target is IScriptCustomFunction function)
        {
            return function;
        }

        throw callee.Error(
            isPipe ? $"Pipe expression destination `{callee}` is not a valid function"
            : target is null ? $"The function `{callee}` was not found"
            : $"Invalid target function `{callee}` ({ScriptValue.KindOf(target)})"
        );
    }

    private ScriptArray EvaluateArguments(TemplateContext context)
    {
        EnsureStack();
        var arguments = new ScriptArray(positional.Length);
        foreach (var argument in positional)
        {
            var value = argument.Evaluate(context);
            if (argument is not ExpandExpression)
            {
                arguments.Add(value);
                continue;
            }

            var items = Sequence.Of(value) ?? throw argument.Error("The operator `^` takes an array");
            context.StepLoop(argument, items.Count);
            arguments.AddRange(items);
        }

        foreach (var argument in named)
        {
            arguments.ScriptObject[argument.Name] = argument.Value.Evaluate(context);
        }

        return arguments;
    }
}
