using System.Runtime.ExceptionServices;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Built-in functions under one name; shared by all contexts, so templates cannot write to it.</summary>
internal abstract class FunctionSet : SealedObject
{
    /// <summary>Adds a function. Parameters are named as in the package; <c>?</c> may be left out, <c>...</c> repeats.</summary>
    protected void Define(string name, string parameters, Func<Arguments, object?> body) =>
        this[name] = new BuiltinFunction(parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries), body);

    private sealed class BuiltinFunction : IScriptCustomFunction
    {
        private readonly ScriptParameterInfo[] parameters;
        private readonly Func<Arguments, object?> body;

        public BuiltinFunction(string[] names, Func<Arguments, object?> body)
        {
            this.body = body;
            VarParamKind = names.Any(name => name.EndsWith("...", StringComparison.Ordinal))
                ? ScriptVarParamKind.LastParameter
                : ScriptVarParamKind.None;
            parameters =
            [
                .. names.Select(name => new ScriptParameterInfo(
                    typeof(object),
                    name.TrimEnd('?', '.'),
                    HasDefaultValue: name[^1] is '?' or '.'
                )),
            ];
        }

        public int RequiredParameterCount => parameters.Count(parameter => !parameter.HasDefaultValue);

        public int ParameterCount => parameters.Length;

        public ScriptVarParamKind VarParamKind { get; }

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => parameters[index];

        public object? Invoke(
            TemplateContext context,
            ScriptNode? callerContext,
            ScriptArray arguments,
            ScriptBlockStatement? blockStatement
        )
        {
            try
            {
                var result = body(new Arguments(context, callerContext!, arguments));
                return result is string text ? context.CheckLength(callerContext!, text) : result;
            }
            catch (InvalidOperationException problem) when (problem.InnerException is ScriptRuntimeException inner)
            {
                // Sorting wraps what a comparison throws.
                ExceptionDispatchInfo.Throw(inner);
                throw;
            }
            catch (Exception problem) when (problem is ArgumentException or ArithmeticException or FormatException)
            {
                throw new ScriptRuntimeException(callerContext!.Span, problem.Message, problem);
            }
        }
    }
}
