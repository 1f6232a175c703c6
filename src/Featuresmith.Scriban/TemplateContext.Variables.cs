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
        if (TryGetGlobal(variable, name, out var value))
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
        if (scope.Parameters is { } parameters && globals.Count == scope.Depth)
        {
            if (parameters.Contains(name) || !TryGetGlobal(variable, name, out _))
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

    private bool TryGetGlobal(GlobalVariable variable, string name, out object? value)
    {
        if (scope.Parameters?.TryGetValue(name, out value) == true)
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

    /// <summary>The variables of one call: its arguments, its locals, and a parametric function's own.</summary>
    private sealed class CallScope(ScriptObject? parameters, ScriptArray arguments, int depth)
    {
        public ScriptObject? Parameters => parameters;

        public ScriptArray Arguments => arguments;

        // How many globals there were: a `with` inside the call adds more.
        public int Depth => depth;

        public Dictionary<string, object?> Locals { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>A function or an include that is running; disposing leaves it.</summary>
    internal readonly struct FunctionScope : IDisposable
    {
        private readonly TemplateContext context;
        private readonly CallScope outer;

        public FunctionScope(
            TemplateContext context,
            ScriptNode caller,
            ScriptFunction? function,
            ScriptArray arguments
        )
        {
            this.context = context;
            context.EnterRecursive(caller);
            outer = context.scope;
            Parameters = function?.Outer ?? [];
            if (function?.Declaration.Parameters is not null)
            {
                Parameters = [];
            }

            var own = function?.Declaration.Parameters is not null || function?.Outer is not null;
            context.scope = new CallScope(own ? Parameters : null, arguments, context.globals.Count);
        }

        public ScriptObject Parameters { get; }

        public void SetLocal(string name, object? value) => context.scope.Locals[name] = value;

        public void Dispose()
        {
            context.scope = outer;
            context.ExitRecursive();
        }
    }

    /// <summary>A loop that is running, with its variable.</summary>
    internal sealed class LoopScope
    {
        private readonly TemplateContext context;
        private readonly string? local;
        private readonly bool hadLocal;
        private readonly object? outerLocal;

        public LoopScope(
            TemplateContext context,
            LoopScope? parent,
            PathExpression? variable,
            LoopState state,
            int depth
        )
        {
            this.context = context;
            Parent = parent;
            State = state;
            Depth = depth;
            Name = (variable as GlobalVariable)?.Name;
            local = (variable as LocalVariable)?.Name;
            hadLocal = local is not null && context.scope.Locals.TryGetValue(local, out outerLocal);
            context.EnterLoopBudget();
        }

        public LoopScope? Parent { get; }

        public LoopState State { get; }

        public string? Name { get; }

        public int Depth { get; }

        public object? Value { get; set; }

        public void Next(object? value)
        {
            State.Next(value);
            Value = value;
            if (local is not null)
            {
                context.scope.Locals[local] = value;
            }
        }

        public void Leave()
        {
            context.loops = Parent;
            context.ExitLoopBudget();
            if (hadLocal)
            {
                context.scope.Locals[local!] = outerLocal;
            }
            else if (local is not null)
            {
                context.scope.Locals.Remove(local);
            }
        }
    }
}
