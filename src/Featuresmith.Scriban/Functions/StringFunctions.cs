using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The functions of <c>string</c> (builtins/string.md); comparisons are ordinal.</summary>
internal sealed class StringFunctions : FunctionSet
{
    public StringFunctions()
    {
        Define("append", "text with", a => a.Text(0) + a.Text(1));
        Define("prepend", "text by", a => a.Text(1) + a.Text(0));
        Define("size", "text", a => a.Text(0)?.Length ?? 0);
        Define("escape", "text", a => a.Text(0) is { } text ? TextFormat.Escape(text) : null);
        Define("literal", "text", a => a.Text(0) is { } text ? TextFormat.Literal(text) : null);
        DefineTests();
        DefineCases();
        DefineReplacements();
        DefineParts();
        DefineNumbers();
        StringHashes.DefineIn(Define);
    }

    private void DefineTests()
    {
        Define("empty", "text", a => string.IsNullOrEmpty(a.Text(0)));
        Define("whitespace", "text", a => string.IsNullOrWhiteSpace(a.Text(0)));
        Define("contains", "text value", a => Test(a, (text, value) => text.Contains(value, StringComparison.Ordinal)));
        Define("starts_with", "text value", a => Test(a, (t, value) => t.StartsWith(value, StringComparison.Ordinal)));
        Define(
            "ends_with",
            "text value",
            a => Test(a, (text, value) => text.EndsWith(value, StringComparison.Ordinal))
        );
        Define(
            "equals_ignore_case",
            "text value",
            a => string.Equals(a.Text(0), a.Text(1), StringComparison.OrdinalIgnoreCase)
        );
        Define("index_of", "text search startIndex? count? stringComparison?", StringParts.IndexOf);
    }

    private void DefineCases()
    {
        Define("upcase", "text", a => a.Text(0)?.ToUpperInvariant());
        Define("downcase", "text", a => a.Text(0)?.ToLowerInvariant());
        Define("capitalize", "text", a => StringParts.Capitalize(a.Text(0) ?? string.Empty));
        Define("capitalizewords", "text", a => StringParts.CapitalizeWords(a.Text(0) ?? string.Empty));
        Define("handleize", "text", a => StringParts.Handleize(a.Text(0) ?? string.Empty));
        Define("pluralize", "number singular plural", a => a.Int(0) == 1 ? a.Text(1) : a.Text(2));
    }

    private void DefineReplacements()
    {
        Define("lstrip", "text", a => a.Text(0)?.TrimStart());
        Define("rstrip", "text", a => a.Text(0)?.TrimEnd());
        Define("strip", "text", a => a.Text(0)?.Trim());
        Define("strip_newlines", "text", a => a.Text(0)?.ReplaceLineEndings(string.Empty));
        Define("remove", "text remove", a => StringParts.Replace(a, a.Text(1), string.Empty));
        Define("remove_first", "text remove", a => StringParts.ReplaceOne(a.Text(0), a.Text(1), "", fromEnd: false));
        Define("remove_last", "text remove", a => StringParts.ReplaceOne(a.Text(0), a.Text(1), "", fromEnd: true));
        Define("replace", "text match replace", a => StringParts.Replace(a, a.Text(1), a.Text(2)));
        Define(
            "replace_first",
            "text match replace fromEnd?",
            a => StringParts.ReplaceOne(a.Text(0), a.Text(1), a.Text(2), TemplateContext.ToBool(a[3]))
        );
    }

    private void DefineParts()
    {
        Define("slice", "text start length?", a => StringParts.Slice(a.Text(0), a.Int(1), a.OptionalInt(2)));
        Define("slice1", "text start length?", a => StringParts.Slice(a.Text(0), a.Int(1), a.OptionalInt(2) ?? 1));
        Define("split", "text match", StringParts.Split);
        Define("truncate", "text length ellipsis?", StringParts.Truncate);
        Define("truncatewords", "text count ellipsis?", StringParts.TruncateWords);
        Define("pad_left", "text width", a => (a.Text(0) ?? string.Empty).PadLeft(WidthOf(a)));
        Define("pad_right", "text width", a => (a.Text(0) ?? string.Empty).PadRight(WidthOf(a)));
    }

    // What is no number becomes null.
    private void DefineNumbers()
    {
        var invariant = CultureInfo.InvariantCulture;
        Define("to_int", "text", a => int.TryParse(a.Text(0), invariant, out var number) ? number : null);
        Define("to_long", "text", a => long.TryParse(a.Text(0), invariant, out var number) ? number : null);
        Define("to_float", "text", a => float.TryParse(a.Text(0), invariant, out var number) ? number : null);
        Define("to_double", "text", a => double.TryParse(a.Text(0), invariant, out var number) ? number : null);
    }

    private static object? Test(Arguments a, Func<string, string, bool> holds) =>
        a.Text(0) is { } text && !string.IsNullOrEmpty(a.Text(1)) && holds(text, a.Text(1)!);

    private static int WidthOf(Arguments a)
    {
        var width = Math.Max(0, a.Int(1));
        a.Context.CheckLength(a.Call, width);
        return width;
    }
}
