using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Puts the arguments of a call in the order of the parameters, named ones too.</summary>
internal static class ArgumentBinder
{
    /// <summary>Stands for an argument that was left out and whose default the function works out itself.</summary>
    public static readonly ScriptObject Absent = new SealedObject();

    /// <summary>One value a parameter; a variable last parameter gets an array of the rest.</summary>
    public static ScriptArray Bind(IScriptCustomFunction function, CallExpression call, ScriptArray given)
    {
        var kind = function.VarParamKind;
        if (kind == ScriptVarParamKind.Direct && function.ParameterCount == 0)
        {
            return given;
        }

        var fixedCount = function.ParameterCount - (kind == ScriptVarParamKind.LastParameter ? 1 : 0);
        if (given.Count > fixedCount && kind == ScriptVarParamKind.None)
        {
            throw WrongCount(function, call, given.Count);
        }

        var bound = new ScriptArray(function.ParameterCount);
        for (var i = 0; i < fixedCount; i++)
        {
            bound.Add(ValueOf(function.GetParameterInfo(i), i, function, call, given));
        }

        var rest = given.Skip(fixedCount);
        if (kind == ScriptVarParamKind.LastParameter)
        {
            bound.Add(new ScriptArray(rest));
        }
        else
        {
            bound.AddRange(rest);
        }

        RefuseUnknownNames(function, call);
        return bound;
    }

    private static object? ValueOf(
        ScriptParameterInfo parameter,
        int index,
        IScriptCustomFunction function,
        CallExpression call,
        ScriptArray given
    )
    {
        if (call.Named.Length > 0 && given.ScriptObject.TryGetValue(parameter.Name, out var named))
        {
            return named;
        }

        if (index < given.Count)
        {
            return given[index];
        }

        return parameter.HasDefaultValue
            ? function is ScriptFunction
                ? Absent
                : parameter.DefaultValue
            : throw WrongCount(function, call, given.Count);
    }

    private static void RefuseUnknownNames(IScriptCustomFunction function, CallExpression call)
    {
        foreach (var argument in call.Named)
        {
            var parameters = Enumerable
                .Range(0, function.ParameterCount)
                .Select(i => function.GetParameterInfo(i).Name);
            if (!parameters.Contains(argument.Name))
            {
                throw argument.Value.Error(
                    $"The function `{call.Callee}` has no parameter `{argument.Name}`; it has: "
                        + string.Join(", ", parameters)
                );
            }
        }
    }

    private static ScriptRuntimeException WrongCount(IScriptCustomFunction function, CallExpression call, int count)
    {
        var expected =
            function.RequiredParameterCount == function.ParameterCount
                ? $"`{function.ParameterCount}`"
                : $"between `{function.RequiredParameterCount}` and `{function.ParameterCount}`";
        return call.Error(
            $"Invalid number of arguments `{count}` passed to `{call.Callee}` while expecting {expected} arguments"
        );
    }
}
