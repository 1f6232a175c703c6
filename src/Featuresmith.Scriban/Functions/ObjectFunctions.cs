using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of <c>object</c> (builtins/object.md).</summary>
internal sealed class ObjectFunctions : FunctionSet
{
    public ObjectFunctions()
    {
        Define("default", "value default", a => a[0] is null or "" ? a[1] : a[0]);
        Define("eval", "value", a => Evaluate(a, ScriptMode.ScriptOnly));
        Define("eval_template", "value", a => Evaluate(a, ScriptMode.Default));
        Define("format", "value format culture?", NumberFormat.Format);
        Define("has_key", "value key", a => Has(a, out _));
        Define("has_value", "value key", a => Has(a, out var value) && value is not null);
        Define("keys", "value", a => new ScriptArray(Members(a)?.GetMembers() ?? []));
        Define(
            "values",
            "value",
            a => new ScriptArray(Sequence.Iterate(a.Context, a.Call, Members(a)).Select(ValueOf))
        );
        Define("size", "value", Size);
        Define("typeof", "value", a => TypeOf(a[0]));
        Define("kind", "value", a => a[0] is null ? null : ScriptValue.KindOf(a[0]));
        Define("to_json", "value", a => JsonValue.Write(a.Context, a.Call, a[0]));
        Define("from_json", "json", a => JsonValue.Read(a.Context, a.Call, a.Text(0) ?? "null"));
    }

    private static ScriptObject? Members(Arguments a) => a[0] as ScriptObject;

    private static object? ValueOf(object? pair) => ((ScriptObject)pair!)["value"];

    private static bool Has(Arguments a, out object? value)
    {
        value = null;
        return a[0] is IScriptObject members
            && a.Text(1) is { } key
            && members.TryGetValue(a.Context, default, key, out value);
    }

    private static object? Size(Arguments a) =>
        a[0] switch
        {
            string text => text.Length,
            IReadOnlyList<object?> list => list.Count,
            IScriptObject members => members.Count,
            _ => 0,
        };

    private static string? TypeOf(object? value) =>
        value switch
        {
            null => null,
            string => "string",
            bool => "boolean",
            ScriptArray => "array",
            ScriptRange => "iterator",
            _ => Arithmetic.IsNumber(value) ? "number" : "object",
        };

    // A string is code, a function is called, anything else is its own value.
    private static object? Evaluate(Arguments a, ScriptMode mode)
    {
        if (a[0] is IScriptCustomFunction function)
        {
            return a.Context.Call(function, a.Call);
        }

        if (a[0] is not string text)
        {
            return a[0];
        }

        a.Context.Step(a.Call, text.Length);
        var template = Template.Parse(text, $"{a.Call.Source.Path}:eval", null, new LexerOptions { Mode = mode });
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(
                a.Call.Span,
                "Error while parsing the evaluated text",
                template.Messages
            );
        }

        using var scope = a.Context.EnterRecursion(a.Call);
        return mode == ScriptMode.ScriptOnly
            ? template.Evaluate(a.Context)
            : a.Context.Capture(
                () =>
                {
                    template.PrintIncluded(a.Context);
                    return null;
                },
                detached: true
            );
    }
}
