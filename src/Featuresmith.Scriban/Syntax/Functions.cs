using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>What <c>func</c>, <c>do</c> and <c>f(x) = …</c> declare. Null parameters: a simple function.</summary>
internal sealed record FunctionDeclaration(Parameter[]? Parameters, ScriptStatement Body);

/// <summary>A parameter: <c>x</c>, <c>x = 1</c> or <c>x...</c></summary>
internal sealed record Parameter(string Name, ScriptExpression? Default, bool Variadic);

/// <summary>
/// A function of a template. <paramref name="outer"/> are the parameters that an anonymous function still sees.
/// </summary>
internal sealed class ScriptFunction(FunctionDeclaration declaration, ScriptObject? outer) : IScriptCustomFunction
{
    private readonly Parameter[] parameters = declaration.Parameters ?? [];

    public FunctionDeclaration Declaration => declaration;

    public ScriptObject? Outer => outer;

    public int RequiredParameterCount => parameters.Count(parameter => parameter is { Default: null, Variadic: false });

    public int ParameterCount => parameters.Length;

    public ScriptVarParamKind VarParamKind =>
        declaration.Parameters is null ? ScriptVarParamKind.Direct
        : parameters.LastOrDefault()?.Variadic == true ? ScriptVarParamKind.LastParameter
        : ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) =>
        new(typeof(object), parameters[index].Name, parameters[index] is not { Default: null, Variadic: false });

    public object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    )
    {
        using var scope = context.EnterFunction(callerContext ?? declaration.Body, this, arguments);
        if (declaration.Parameters is not null)
        {
            BindParameters(context, scope.Parameters, arguments);
        }

        var result = declaration.Body.Execute(context);
        context.FlowState = FlowState.None;
        return result;
    }

    private void BindParameters(TemplateContext context, ScriptObject scope, ScriptArray arguments)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (ReferenceEquals(arguments[i], ArgumentBinder.Absent))
            {
                arguments[i] = parameters[i].Default?.Evaluate(context);
            }

            scope[parameters[i].Name] = arguments[i];
        }
    }
}
