using System.Globalization;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Values as lists.</summary>
internal static class Sequence
{
    /// <summary>An array or a range; null for anything else.</summary>
    public static IReadOnlyList<object?>? Of(object? value) => value as IReadOnlyList<object?>;

    /// <summary>
    /// What a <c>for</c> walks over: arrays and ranges, the characters of a string, the members of an object as
    /// <c>{key, value}</c>; null has no items.
    /// </summary>
    public static IReadOnlyList<object?> Iterate(TemplateContext context, ScriptNode node, object? value) =>
        value switch
        {
            null => [],
            IReadOnlyList<object?> list => list,
            string text => new ScriptArray(
                text.Take(context.LoopLimit > 0 ? context.LoopLimit + 1 : int.MaxValue)
                    .Select(c => (object?)c.ToString(CultureInfo.InvariantCulture))
            ),
            IScriptObject members => new ScriptArray(
                members.GetMembers().ToArray().Select(name => Pair(context, node, members, name))
            ),
            _ => throw node.Error($"Cannot loop over a {ScriptValue.KindOf(value)}: {node}"),
        };

    private static ScriptObject Pair(TemplateContext context, ScriptNode node, IScriptObject owner, string name)
    {
        owner.TryGetValue(context, node.Span, name, out var value);
        return new ScriptObject { ["key"] = name, ["value"] = value };
    }
}
