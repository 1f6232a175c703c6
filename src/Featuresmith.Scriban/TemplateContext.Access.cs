using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public sealed partial class TemplateContext
{
    internal object? GetMember(MemberExpression node, object? owner, string name, bool optional)
    {
        switch (owner)
        {
            case null:
                return optional || EnableRelaxedTargetAccess
                    ? null
                    : throw node.Error($"Cannot get the member {node} for a null object.");
            case string text:
                return name == "size" ? text.Length : AbsentMember(node, name, optional, owner);
            case ScriptRange range:
                return name == "size" ? range.Count : AbsentMember(node, name, optional, owner);
            case IScriptObject members:
                return members.TryGetValue(this, default, name, out var value)
                    ? value
                    : AbsentMember(node, name, optional, owner);
            default:
                return AbsentMember(node, name, optional, owner);
        }
    }

    internal object? GetItem(
        IndexerExpression node,
        ScriptExpression target,
        object? owner,
        ScriptExpression indexNode,
        object? index
    )
    {
        RefuseNulls(node, target, owner, indexNode, index);
        switch (owner)
        {
            case null:
                return null;
            case string text:
                var at = Position(text.Length, ToInt(indexNode, index));
                return at < 0 ? BeyondEnd(indexNode, text.Length) : text[at].ToString();
            case IReadOnlyList<object?> list when index is not string:
                var position = Position(list.Count, ToInt(indexNode, index));
                return position < 0 ? BeyondEnd(indexNode, list.Count) : list[position];
            case IScriptObject members:
                var name = ObjectToString(index, indexNode);
                return members.TryGetValue(this, default, name, out var value) || EnableRelaxedMemberAccess
                    ? value
                    : throw indexNode.Error($"Cannot get the member {node}: there is no member `{name}`.");
            default:
                throw NotAList(target, owner);
        }
    }

    internal void SetItem(
        IndexerExpression node,
        ScriptExpression target,
        object? owner,
        ScriptExpression indexNode,
        object? index,
        object? value
    )
    {
        RefuseNulls(node, target, owner, indexNode, index);
        switch (owner)
        {
            case ScriptArray list when index is not string:
                var at = ToInt(indexNode, index);
                at = at < 0 ? at + list.Count : at;
                if (at < 0)
                {
                    throw indexNode.Error($"The index is before the beginning of the array: {node}");
                }

                StepLoop(indexNode, Math.Max(0, at - list.Count));
                list[at] = value;
                break;
            case IScriptObject members:
                var name = ObjectToString(index, indexNode);
                if (!members.TrySetValue(this, node.Span, name, value, readOnly: false))
                {
                    throw indexNode.Error(
                        $"Cannot set a value for the readonly member `{name}` in the indexer: {node}"
                    );
                }

                break;
            case string:
                throw target.Error("Cannot replace a character in a string");
            default:
                throw NotAList(target, owner);
        }
    }

    private static int Position(int count, int index)
    {
        var position = index < 0 ? index + count : index;
        return position < count ? position : -1;
    }

    private static ScriptRuntimeException NotAList(ScriptExpression target, object? owner) =>
        target.Error($"Cannot use the {ScriptValue.KindOf(owner)} `{target}` as a list.");

    private void RefuseNulls(
        IndexerExpression node,
        ScriptExpression target,
        object? owner,
        ScriptExpression indexNode,
        object? index
    )
    {
        if (owner is null && !EnableRelaxedTargetAccess)
        {
            throw target.Error($"Object `{target}` is null. Cannot access indexer: {node}");
        }

        if (index is null)
        {
            throw indexNode.Error($"Cannot access target `{target}` with a null indexer: {node}");
        }
    }

    private object? AbsentMember(MemberExpression node, string name, bool optional, object owner) =>
        optional || EnableRelaxedMemberAccess
            ? null
            : throw node.Error(
                $"Cannot get the member {node}: this {ScriptValue.KindOf(owner)} has no member `{name}`."
            );

    private object? BeyondEnd(ScriptExpression indexNode, int count) =>
        EnableRelaxedIndexerAccess ? null : throw indexNode.Error($"The index is beyond the {count} items.");
}
