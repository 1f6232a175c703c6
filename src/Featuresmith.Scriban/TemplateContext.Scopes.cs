using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public sealed partial class TemplateContext
{
    /// <summary>The variables of one call: its arguments, its locals, and a parametric function's own.</summary>
    internal sealed class CallScope(ScriptObject? parameters, ScriptArray arguments, int depth)
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
            Scope = context.scope;
            Parent = parent;
            State = state;
            Depth = depth;
            Name = (variable as GlobalVariable)?.Name;
            local = (variable as LocalVariable)?.Name;
            hadLocal = local is not null && context.scope.Locals.TryGetValue(local, out outerLocal);
            context.EnterLoopBudget();
        }

        /// <summary>The call in which it runs.</summary>
        public CallScope Scope { get; }

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
