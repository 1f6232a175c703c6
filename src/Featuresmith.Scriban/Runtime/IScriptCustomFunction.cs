using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A function that a host gives to templates.</summary>
public interface IScriptCustomFunction : IScriptFunctionInfo
{
    /// <summary>Calls the function.</summary>
    /// <param name="context">The render in which it is called.</param>
    /// <param name="callerContext">The call; its <c>Span</c> is the place for errors.</param>
    /// <param name="arguments">
    /// The arguments in the order of the parameters, absent ones filled with their defaults. A function without fixed
    /// parameters finds named arguments as members of this array.
    /// </param>
    /// <param name="blockStatement">Always null: <c>wrap</c> is not supported.</param>
    /// <returns>A value that a <see cref="ScriptObject"/> takes.</returns>
    object? Invoke(
        TemplateContext context,
        ScriptNode? callerContext,
        ScriptArray arguments,
        ScriptBlockStatement? blockStatement
    );
}

/// <summary>What a function takes.</summary>
public interface IScriptFunctionInfo
{
    /// <summary>How many arguments a call must have.</summary>
    int RequiredParameterCount { get; }

    /// <summary>How many parameters have a name.</summary>
    int ParameterCount { get; }

    /// <summary>Whether more arguments are taken than there are parameters.</summary>
    ScriptVarParamKind VarParamKind { get; }

    /// <summary>The type of the result.</summary>
    Type ReturnType { get; }

    /// <summary>A parameter by its 0-based index.</summary>
    ScriptParameterInfo GetParameterInfo(int index);
}

/// <summary>How a function takes more arguments than it has parameters.</summary>
public enum ScriptVarParamKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>They follow the others.</summary>
    Direct,

    /// <summary>They are an array in the last parameter.</summary>
    LastParameter,
}

/// <summary>One parameter.</summary>
/// <param name="ParameterType">The type that the function expects; it converts by itself.</param>
/// <param name="Name">The name for named arguments.</param>
/// <param name="HasDefaultValue">Whether it may be left out.</param>
/// <param name="DefaultValue">What it is then.</param>
public readonly record struct ScriptParameterInfo(
    Type ParameterType,
    string Name,
    bool HasDefaultValue = false,
    object? DefaultValue = null
);
