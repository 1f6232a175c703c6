using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>
/// An array as templates know it: values, and (language.md, section 6.1) named members beside them. It takes what a
/// <see cref="ScriptObject"/> takes.
/// </summary>
public sealed class ScriptArray : IScriptObject, IList<object?>, IReadOnlyList<object?>
{
    private readonly List<object?> values;
    private ScriptObject? members;

    /// <summary>An empty array.</summary>
    public ScriptArray() => values = [];

    /// <summary>An array of values.</summary>
    public ScriptArray(IEnumerable<object?> values) => this.values = [.. values.Select(ScriptValue.Check)];

    internal ScriptArray(int capacity) => values = new List<object?>(capacity);

    /// <summary>How many values there are; named members do not count.</summary>
    public int Count => values.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The named members beside the values.</summary>
    public ScriptObject ScriptObject => members ??= [];

    /// <summary>A value; null beyond the end. Setting beyond the end fills the gap with nulls.</summary>
    public object? this[int index]
    {
        get => index >= 0 && index < values.Count ? values[index] : null;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            while (values.Count <= index)
            {
                values.Add(null);
            }

            values[index] = ScriptValue.Check(value);
        }
    }

    /// <inheritdoc/>
    public void Add(object? item) => values.Add(ScriptValue.Check(item));

    /// <summary>Adds many values at the end.</summary>
    public void AddRange(IEnumerable<object?> items) => values.AddRange(items.Select(ScriptValue.Check));

    /// <inheritdoc/>
    public void Clear() => values.Clear();

    /// <inheritdoc/>
    public void Insert(int index, object? item) => values.Insert(index, ScriptValue.Check(item));

    /// <inheritdoc/>
    public void RemoveAt(int index) => values.RemoveAt(index);

    /// <inheritdoc/>
    public int IndexOf(object? item) => values.IndexOf(item);

    /// <inheritdoc/>
    public bool Contains(object? item) => values.Contains(item);

    /// <inheritdoc/>
    public bool Remove(object? item) => values.Remove(item);

    /// <inheritdoc/>
    public void CopyTo(object?[] array, int arrayIndex) => values.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers() => ["size", .. members?.GetMembers() ?? []];

    /// <inheritdoc/>
    public bool Contains(string member) => member == "size" || members?.Contains(member) == true;

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value)
    {
        if (member == "size")
        {
            value = Count;
            return true;
        }

        value = null;
        return members?.TryGetValue(context, span, member, out value) == true;
    }

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly) =>
        member != "size" && ScriptObject.TrySetValue(context, span, member, value, readOnly);

    /// <inheritdoc/>
    public bool Remove(string member) => members?.Remove(member) == true;
}
