using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of <c>array</c> (builtins/array.md). Each returns a new list.</summary>
internal sealed class ArrayFunctions : FunctionSet
{
    public ArrayFunctions()
    {
        Define("add", "list value", a => new ScriptArray([.. a.List(0) ?? [], a[1]]));
        Define("add_range", "list1 list2", Concat);
        Define("concat", "list1 list2", Concat);
        Define("compact", "list", a => MakeOrNull(a.List(0)?.Where(item => item is not null)));
        Define("uniq", "list", a => MakeOrNull(a.List(0)?.Distinct()));
        Define("reverse", "list", a => new ScriptArray((a.List(0) ?? []).Reverse()));
        Define("limit", "list count", a => MakeOrNull(a.List(0)?.Take(a.Int(1))));
        Define("offset", "list index", a => MakeOrNull(a.List(0)?.Skip(a.Int(1))));
        Define("first", "list", a => a.List(0) is { Count: > 0 } list ? list[0] : null);
        Define("last", "list", a => a.List(0) is { Count: > 0 } list ? list[^1] : null);
        Define("size", "list", a => a.List(0)?.Count ?? 0);
        Define("contains", "list item", Contains);
        Define("cycle", "list group?", Cycle);
        Define("insert_at", "list index value", InsertAt);
        Define("remove_at", "list index", RemoveAt);
        Define("join", "list delimiter function?", Join);
        Define("map", "list member", Map);
        Define("sort", "list member?", ArraySort.Sort);
        Define("each", "list function", a => MakeOrNull(a.List(0)?.Select(item => Apply(a, item))));
        Define("filter", "list function", a => MakeOrNull(a.List(0)?.Where(item => IsTrue(a, item))));
        Define("any", "list function args...", Any);
    }

    private static ScriptArray? MakeOrNull(IEnumerable<object?>? items) =>
        items is null ? null : new ScriptArray(items);

    private static object? Apply(Arguments a, object? item) => a.Context.Call(a.Function(1), a.Call, item);

    private static bool IsTrue(Arguments a, object? item) => TemplateContext.ToBool(Apply(a, item));

    private static ScriptArray? Concat(Arguments a) =>
        a.List(0) is null && a.List(1) is null ? null : new ScriptArray([.. a.List(0) ?? [], .. a.List(1) ?? []]);

    private static object? Contains(Arguments a)
    {
        var wanted = a[1];
        return (a.List(0) ?? []).Any(item => ValueComparer.AreEqual(a.Context, a.Call, item, wanted));
    }

    // Without a group, calls with the same list share one.
    private static object? Cycle(Arguments a)
    {
        if (a.List(0) is not { Count: > 0 } list)
        {
            return null;
        }

        var group = a.Context.ObjectToString(a[1] ?? list, a.Call);
        var position = a.Context.Cycles.GetValueOrDefault(group);
        a.Context.Cycles[group] = position + 1;
        return list[position % list.Count];
    }

    private static ScriptArray InsertAt(Arguments a)
    {
        var result = new ScriptArray(a.List(0) ?? []);
        var index = Math.Max(0, a.Int(1));
        a.Context.Step(a.Call, Math.Max(0, index - result.Count));
        while (result.Count < index)
        {
            result.Add(null);
        }

        result.Insert(index, a[2]);
        return result;
    }

    // A negative index counts from the end.
    private static ScriptArray RemoveAt(Arguments a)
    {
        var result = new ScriptArray(a.List(0) ?? []);
        var index = a.Int(1) < 0 ? a.Int(1) + result.Count : a.Int(1);
        if (index >= 0 && index < result.Count)
        {
            result.RemoveAt(index);
        }

        return result;
    }

    private static string Join(Arguments a)
    {
        var delimiter = a.Text(1) ?? string.Empty;
        var texts = (a.List(0) ?? []).Select(item => a.Context.ObjectToString(item, a.Call));
        var pieces = (a[2] is null ? texts : texts.Select(text => Transform(a, text))).ToArray();
        a.Context.CheckLength(a.Call, pieces.Sum(piece => (long)piece.Length + delimiter.Length));
        return string.Join(delimiter, pieces);
    }

    private static string Transform(Arguments a, string text) =>
        a.Context.ObjectToString(a.Context.Call(a.Function(2), a.Call, text), a.Call);

    private static ScriptArray Map(Arguments a)
    {
        var member = a.Text(1) ?? string.Empty;
        return new ScriptArray((a.List(0) ?? []).Select(item => ArraySort.MemberOf(a.Context, item, member)));
    }

    private static object? Any(Arguments a)
    {
        var rest = (ScriptArray)a[2]!;
        return (a.List(0) ?? []).Any(item =>
            TemplateContext.ToBool(a.Context.Call(a.Function(1), a.Call, [item, .. rest]))
        );
    }
}
