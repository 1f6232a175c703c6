using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public sealed partial class TemplateContext
{
    private readonly List<IScriptObject> globals = [];
    private CallScope scope = new(null, [], 1);
    private LoopScope? loops;

    internal ScriptArray Arguments => scope.Arguments;

    internal ScriptFunction MakeFunction(FunctionDeclaration declaration, bool capture) =>
        new(declaration, capture ? scope.Parameters : null);

    internal object? GetGlobal(GlobalVariable variable, string name)
    {
        if (TryGetGlobal(name, out var value))
        {
            return value;
        }

        if (RefusedBuiltins.Contains(name))
        {
            throw variable.Error($"The built-in `{name}` functions are not supported");
        }

        return StrictVariables ? throw variable.Error($"The variable or function `{name}` was not found") : null;
    }

    // language.md, section 7.3: what a parametric function makes stays in it; a name that exists outside is written
    // to the current object, and so is everything inside a `with`.
    internal void SetGlobal(GlobalVariable variable, string name, object? value)
    {
        if (scope.Parameters is { } parameters && globals.Count == scope.Depth && !IsLoopVariable(name))
        {
            if (parameters.Contains(name) || !TryGetGlobal(name, out _))
            {
                parameters[name] = value;
                return;
            }
        }

        for (var loop = loops; loop is not null && loop.Depth == globals.Count; loop = loop.Parent)
        {
            if (loop.Name == name)
            {
                loop.Value = value;
                return;
            }
        }

        if (!CurrentGlobal.TrySetValue(this, variable.Span, name, value, readOnly: false))
        {
            throw variable.Error($"Cannot set the readonly variable `{name}`");
        }
    }

    internal object? GetLocal(LocalVariable variable, string name)
    {
        if (scope.Locals.TryGetValue(name, out var value))
        {
            return value;
        }

        return StrictVariables ? throw variable.Error($"The variable or function `${name}` was not found") : null;
    }

    internal void SetLocal(string name, object? value) => scope.Locals[name] = value;

    internal LoopScope EnterLoop(PathExpression? variable, LoopState state) =>
        loops = new LoopScope(this, loops, variable, state, globals.Count);

    internal void ExitLoop() => loops?.Leave();

    internal LoopState? InnermostLoop(bool inWhile)
    {
        for (var loop = loops; loop is not null; loop = loop.Parent)
        {
            if (loop.State.Length < 0 == inWhile)
            {
                return loop.State;
            }
        }

        return null;
    }

    /// <summary>Whether a body ended its loop; a <c>continue</c> is done with.</summary>
    internal bool LeavesLoop()
    {
        var flow = FlowState;
        if (flow is FlowState.Break or FlowState.Continue)
        {
            FlowState = FlowState.None;
        }

        return flow is FlowState.Break or FlowState.Return;
    }

    internal FunctionScope EnterFunction(ScriptNode caller, ScriptFunction? function, ScriptArray arguments) =>
        new(this, caller, function, arguments);

    // A loop of the running function hides a parameter of the same name; a loop around the call does not.
    private bool IsLoopVariable(string name)
    {
        for (var loop = loops; loop is not null && ReferenceEquals(loop.Scope, scope); loop = loop.Parent)
        {
            if (loop.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryGetGlobal(string name, out object? value)
    {
        if (scope.Parameters?.TryGetValue(name, out value) == true && !IsLoopVariable(name))
        {
            return true;
        }

        var loop = loops;
        for (var depth = globals.Count; depth > 0; depth--)
        {
            for (; loop is not null && loop.Depth == depth; loop = loop.Parent)
            {
                if (loop.Name == name)
                {
                    value = loop.Value;
                    return true;
                }
            }

            if (globals[depth - 1].TryGetValue(this, default, name, out value))
            {
                return true;
            }
        }

        return BuiltinObject.TryGetValue(name, out value);
    }
}
