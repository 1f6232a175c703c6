using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A function made of a delegate with a known shape: no reflection is needed to call it.</summary>
internal sealed class HostFunction(
    string name,
    int parameterCount,
    Func<TemplateContext, SourceSpan, ScriptArray, object?> body
) : IScriptCustomFunction
{
    public int RequiredParameterCount => parameterCount;

    public int ParameterCount => parameterCount;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), $"arg{index}");

    public object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    )
    {
        var span = callerContext?.Span ?? default;
        try
        {
            return ScriptValue.Check(body(context, span, arguments));
        }
        catch (ArgumentException problem)
        {
            throw new ScriptRuntimeException(span, $"The function `{name}` failed: {problem.Message}", problem);
        }
    }
}
