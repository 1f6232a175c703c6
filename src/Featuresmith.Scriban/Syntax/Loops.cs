using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>for variable in list offset:n limit:n reversed … else … end</c></summary>
internal sealed class ForStatement(
    SourceText source,
    int start,
    int end,
    PathExpression variable,
    ScriptExpression list,
    ForOptions options,
    ScriptBlockStatement body,
    ScriptBlockStatement? otherwise
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        var value = list.Evaluate(context);
        var items = Sequence.Iterate(context, list, value);
        var (first, count, step) = options.Select(context, items.Count);
        if (count == 0)
        {
            return otherwise?.Execute(context);
        }

        var loop = context.EnterLoop(variable, new LoopState(count));
        try
        {
            object? result = null;
            for (var index = 0; index < count; index++)
            {
                context.StepLoop(this, 1);
                loop.Next(items[first + (index * step)]);
                result = body.Execute(context);
                if (context.LeavesLoop())
                {
                    break;
                }
            }

            return result;
        }
        finally
        {
            context.ExitLoop();
        }
    }
}

/// <summary>The named arguments of a <c>for</c>.</summary>
internal sealed record ForOptions(ScriptExpression? Offset, ScriptExpression? Limit, bool Reversed)
{
    /// <summary>
    /// Where to begin, how many items to take, and in which direction. As in the package the limit counts after the
    /// reversal, and a limit of zero is none.
    /// </summary>
    public (int First, int Count, int Step) Select(TemplateContext context, int available)
    {
        var skipped = Math.Clamp(Offset is null ? 0 : context.ToInt(Offset), 0, available);
        var count = available - skipped;
        var limit = Limit is null ? 0 : context.ToInt(Limit);
        var taken = limit > 0 ? Math.Min(limit, count) : count;
        return Reversed ? (available - 1, taken, -1) : (skipped, taken, 1);
    }
}

/// <summary><c>while condition … end</c></summary>
internal sealed class WhileStatement(
    SourceText source,
    int start,
    int end,
    ScriptExpression condition,
    ScriptBlockStatement body
) : ScriptStatement(source, start, end)
{
    internal override object? Execute(TemplateContext context)
    {
        var loop = context.EnterLoop(null, new LoopState(length: -1));
        try
        {
            object? result = null;
            while (TemplateContext.ToBool(condition.Evaluate(context)))
            {
                context.StepLoop(this, 1);
                loop.Next(null);
                result = body.Execute(context);
                if (context.LeavesLoop())
                {
                    break;
                }
            }

            return result;
        }
        finally
        {
            context.ExitLoop();
        }
    }
}

/// <summary>What <c>for.index</c> and its like tell. The length of a <c>while</c> is -1.</summary>
internal sealed class LoopState(int length)
{
    private object? previous;

    public int Index { get; private set; } = -1;

    public int Length => length;

    public bool Changed { get; private set; }

    public void Next(object? value)
    {
        Index++;
        Changed = Index == 0 || !Equals(previous, value);
        previous = value;
    }
}
