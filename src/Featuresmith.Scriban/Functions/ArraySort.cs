using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>array.sort</c>: stable, by the items or by one of their members.</summary>
internal static class ArraySort
{
    public static ScriptArray Sort(Arguments a)
    {
        if (a[0] is not (null or IReadOnlyList<object?>))
        {
            return [a[0]];
        }

        var member = a.Text(1);
        var comparer = Comparer<object?>.Create(
            (left, right) =>
                ValueComparer.Compare(a.Context, a.Call, left, right)
                ?? throw a.Error($"Cannot sort a {ScriptValue.KindOf(left)} and a {ScriptValue.KindOf(right)}")
        );
        return new ScriptArray(
            (a.List(0) ?? []).OrderBy(
                item => string.IsNullOrEmpty(member) ? item : MemberOf(a.Context, item, member),
                comparer
            )
        );
    }

    /// <summary>A member of an item; a dotted name that is no member is a path.</summary>
    public static object? MemberOf(TemplateContext context, object? item, string name)
    {
        while (item is IScriptObject members)
        {
            if (members.TryGetValue(context, default, name, out var value))
            {
                return value;
            }

            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || !members.TryGetValue(context, default, name[..dot], out item))
            {
                return null;
            }

            name = name[(dot + 1)..];
        }

        return null;
    }
}
