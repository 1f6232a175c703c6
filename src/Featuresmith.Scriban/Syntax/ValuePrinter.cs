using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban.Functions;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Prints values: strings plain on the outside and quoted within arrays and objects.</summary>
internal sealed class ValuePrinter(TemplateContext context, ScriptNode node)
{
    private readonly StringBuilder builder = new();

    public string Print(object? value)
    {
        switch (value)
        {
            case null:
                return string.Empty;
            case bool flag:
                return flag ? "true" : "false";
            case int number:
                return number.ToString(CultureInfo.InvariantCulture);
            case IFormattable number:
                return number.ToString(null, CultureInfo.InvariantCulture);
            case var empty when ReferenceEquals(empty, EmptyObject.Instance):
                return string.Empty;
            default:
                Append(value, 1);
                return builder.ToString();
        }
    }

    private void Append(object? value, int depth)
    {
        context.Step(node);
        context.CheckLength(node, (long)builder.Length);
        if (context.ObjectRecursionLimit > 0 && depth > context.ObjectRecursionLimit)
        {
            throw node.Error("Structure is too deeply nested or contains reference loops.");
        }

        switch (value)
        {
            case null:
                builder.Append("null");
                break;
            case string text:
                builder.Append(TextFormat.Literal(text));
                break;
            case IReadOnlyList<object?> list:
                AppendList(list, depth);
                break;
            case IScriptObject members:
                AppendObject(members, depth);
                break;
            case IScriptCustomFunction:
                builder.Append("<function>");
                break;
            case float or double or decimal or int or long or BigInteger or bool:
                builder.Append(new ValuePrinter(context, node).Print(value));
                break;
        }
    }

    private void AppendList(IReadOnlyList<object?> list, int depth)
    {
        builder.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            builder.Append(i == 0 ? "" : ", ");
            Append(list[i], depth + 1);
        }

        builder.Append(']');
    }

    private void AppendObject(IScriptObject members, int depth)
    {
        builder.Append('{');
        var separator = "";
        foreach (var name in members.GetMembers())
        {
            members.TryGetValue(context, default, name, out var value);
            builder.Append(separator).Append(IsSimple(name) ? name : TextFormat.Literal(name)).Append(": ");
            Append(value, depth + 1);
            separator = ", ";
        }

        builder.Append('}');
    }

    private static bool IsSimple(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
