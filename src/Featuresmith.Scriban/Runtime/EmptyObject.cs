using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object that templates cannot write, so that it can be shared.</summary>
internal sealed class SealedObject : ScriptObject
{
    public override bool TrySetValue(
        TemplateContext context,
        SourceSpan span,
        string member,
        object? value,
        bool readOnly
    ) => false;
}

/// <summary>The variable <c>empty</c> (language.md, section 4.2): equal to whatever has nothing in it.</summary>
internal static class EmptyObject
{
    public static readonly ScriptObject Instance = new SealedObject();

    /// <summary>Whether a value is empty; null when the question makes no sense, as for a number.</summary>
    public static object? IsEmpty(object? value) =>
        value switch
        {
            null => true,
            string text => text.Length == 0,
            IReadOnlyList<object?> list => list.Count == 0,
            IScriptObject members => members.Count == 0,
            bool flag => !flag,
            _ => null,
        };
}
