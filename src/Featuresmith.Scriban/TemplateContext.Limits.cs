using Scriban.Syntax;

namespace Scriban;

public sealed partial class TemplateContext
{
    private long steps;
    private long loopSteps;
    private int loopDepth;
    private int recursion;
    private int runs;

    /// <summary>
    /// How many iterations a loop may make, together with the loops inside it. Default 1000; 0 for no limit.
    /// </summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>How deep functions and includes may call each other. Default 100; 0 for no limit.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>
    /// How many characters an output or a string may have. Default 1,048,576; 0 for no limit. The package cuts what is
    /// longer and goes on; here it is an error, for half a script is worse than none.
    /// </summary>
    public int LimitToString { get; set; } = 1_048_576;

    /// <summary>How deep arrays and objects may nest when they are printed. Default 20; 0 for no limit.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>
    /// How much a render may do in all: statements, calls, comparisons, items. Default 2 million; 0 for no limit. Not
    /// in the package: two calls in every function of a recursion would otherwise run for ever within its other limits.
    /// </summary>
    public long StepLimit { get; set; } = 2_000_000;

    /// <summary>Lets a host stop a render.</summary>
    public CancellationToken CancellationToken { get; set; }

    internal void Step(ScriptNode node) => Step(node, 1);

    internal void Step(ScriptNode node, long count)
    {
        steps += count;
        if (StepLimit > 0 && steps > StepLimit)
        {
            throw node.Error($"The template does more than StepLimit `{StepLimit}` steps.");
        }

        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(node.Span);
        }
    }

    internal void StepLoop(ScriptNode node)
    {
        if (++loopSteps > LoopLimit && LoopLimit > 0)
        {
            throw node.Error($"Exceeding number of iteration limit `{LoopLimit}` for loop statement.");
        }

        Step(node);
    }

    internal void CheckLength(ScriptNode node, long length)
    {
        if (LimitToString > 0 && length > LimitToString)
        {
            throw node.Error($"The text is longer than LimitToString `{LimitToString}`.");
        }

        Step(node, length >> 6);
    }

    internal string CheckLength(ScriptNode node, string text)
    {
        CheckLength(node, (long)text.Length);
        return text;
    }

    private void EnterLoopBudget()
    {
        if (loopDepth++ == 0)
        {
            loopSteps = 0;
        }
    }

    private void ExitLoopBudget() => loopDepth--;

    private void EnterRecursive(ScriptNode caller)
    {
        if (RecursiveLimit > 0 && recursion >= RecursiveLimit)
        {
            throw caller.Error($"Exceeding number of recursive depth limit `{RecursiveLimit}` for node: `{caller}`");
        }

        recursion++;
    }

    private void ExitRecursive() => recursion--;

    /// <summary>Counts one level of recursion until it is disposed; the variables stay as they are.</summary>
    internal RecursionScope EnterRecursion(ScriptNode caller)
    {
        EnterRecursive(caller);
        return new RecursionScope(this);
    }

    internal readonly struct RecursionScope(TemplateContext context) : IDisposable
    {
        public void Dispose() => context.ExitRecursive();
    }

    // A render inside a render (object.eval) shares the budget of the outer one.
    private void StartRun()
    {
        if (runs++ == 0)
        {
            (steps, loopSteps, loopDepth, recursion, loops) = (0, 0, 0, 0, null);
            RegexTimeLeft = RegexTimeOut;
            Cycles.Clear();
        }
    }

    private void EndRun()
    {
        runs--;
        FlowState = FlowState.None;
    }
}
