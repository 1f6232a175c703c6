using System.Globalization;
using Featuresmith.Syntax;
using Scriban.Runtime;

namespace Featuresmith.Rendering;

/// <summary>Turns JSON into what templates can work with; the order of keys and items stays.</summary>
internal static class TemplateValues
{
    /// <summary>Objects become ScriptObjects, arrays ScriptArrays, whole numbers long, other numbers double.</summary>
    public static object? From(JsonValueSyntax? json) =>
        json switch
        {
            JsonObjectSyntax map => Object(map),
            JsonArraySyntax array => Array(array.Items.Select(From)),
            JsonStringSyntax text => text.Value,
            JsonBooleanSyntax boolean => boolean.Value,
            JsonNumberSyntax number => Number(number.Raw),
            _ => null,
        };

    /// <summary>A JSON object.</summary>
    public static ScriptObject Object(JsonObjectSyntax json) =>
        Object(json.Members.Select(member => (member.Key.Value, From(member.Value))));

    /// <summary>Keys with their values, in order.</summary>
    public static ScriptObject Object(IEnumerable<(string Key, object? Value)> members)
    {
        var map = new ScriptObject();
        foreach (var (key, value) in members)
        {
            map[key] = value;
        }

        return map;
    }

    /// <summary>Items in order.</summary>
    public static ScriptArray Array(IEnumerable<object?> items)
    {
        var array = new ScriptArray();
        foreach (var item in items)
        {
            array.Add(item);
        }

        return array;
    }

    private static object Number(string raw) =>
        long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : double.Parse(raw, CultureInfo.InvariantCulture);
}
