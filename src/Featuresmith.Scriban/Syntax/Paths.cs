using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Something that can be assigned to: a variable, a member, an item (language.md, section 8.1).</summary>
internal abstract class PathExpression(SourceText source, int start, int end) : ScriptExpression(source, start, end)
{
    public sealed override object? Evaluate(TemplateContext context) =>
        context.CallIfFunction(this, EvaluateUncalled(context));

    internal abstract override object? EvaluateUncalled(TemplateContext context);

    /// <summary>Gives it a value.</summary>
    public abstract void Assign(TemplateContext context, object? value);
}

/// <summary><c>name</c></summary>
internal sealed class GlobalVariable(SourceText source, int start, int end, string name)
    : PathExpression(source, start, end)
{
    public string Name => name;

    internal override object? EvaluateUncalled(TemplateContext context) => context.GetGlobal(this, name);

    public override void Assign(TemplateContext context, object? value) => context.SetGlobal(this, name, value);
}

/// <summary><c>$name</c>; the name is kept without the dollar.</summary>
internal sealed class LocalVariable(SourceText source, int start, int end, string name)
    : PathExpression(source, start, end)
{
    public string Name => name;

    internal override object? EvaluateUncalled(TemplateContext context) => context.GetLocal(this, name);

    public override void Assign(TemplateContext context, object? value) => context.SetLocal(name, value);
}

/// <summary><c>$</c>, the arguments of the function or include.</summary>
internal sealed class ArgumentsVariable(SourceText source, int start, int end) : PathExpression(source, start, end)
{
    internal override object? EvaluateUncalled(TemplateContext context) => context.Arguments;

    public override void Assign(TemplateContext context, object? value) =>
        throw Error("The arguments `$` cannot be assigned to");
}

/// <summary><c>this</c>, the object that unprefixed names are members of.</summary>
internal sealed class ThisExpression(SourceText source, int start, int end) : PathExpression(source, start, end)
{
    internal override object? EvaluateUncalled(TemplateContext context) => context.CurrentGlobal;

    public override void Assign(TemplateContext context, object? value) =>
        throw Error("The variable `this` cannot be assigned to");
}

/// <summary><c>target.name</c> and <c>target?.name</c></summary>
internal sealed class MemberExpression(SourceText source, int end, ScriptExpression target, string name, bool optional)
    : PathExpression(source, target.Start, end)
{
    /// <summary>A <c>?.</c> covers the rest of its chain.</summary>
    public bool Optional => optional;

    internal override object? EvaluateUncalled(TemplateContext context)
    {
        EnsureStack();
        var owner = target.Evaluate(context);
        return context.GetMember(this, owner, name, optional);
    }

    public override void Assign(TemplateContext context, object? value)
    {
        var owner = target.Evaluate(context);
        if (owner is not IScriptObject members)
        {
            throw Error(
                owner is null
                    ? $"Cannot set the member {this} for a null object."
                    : $"Cannot set the member {this} of a {ScriptValue.KindOf(owner)}."
            );
        }

        if (!members.TrySetValue(context, Span, name, value, readOnly: false))
        {
            throw Error($"Cannot set a value for the readonly member: {this}");
        }
    }
}

/// <summary><c>target[index]</c></summary>
internal sealed class IndexerExpression(SourceText source, int end, ScriptExpression target, ScriptExpression index)
    : PathExpression(source, target.Start, end)
{
    internal override object? EvaluateUncalled(TemplateContext context)
    {
        EnsureStack();
        return context.GetItem(this, target, target.Evaluate(context), index, index.Evaluate(context));
    }

    public override void Assign(TemplateContext context, object? value) =>
        context.SetItem(this, target, target.Evaluate(context), index, index.Evaluate(context), value);
}

/// <summary><c>target.empty?</c> (language.md, section 5.1)</summary>
internal sealed class IsEmptyExpression(SourceText source, int end, ScriptExpression target)
    : ScriptExpression(source, target.Start, end)
{
    public override object? Evaluate(TemplateContext context)
    {
        EnsureStack();
        return EmptyObject.IsEmpty(target.Evaluate(context));
    }
}
