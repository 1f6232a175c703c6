using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>
/// An object as templates know it: named values, in the order in which they were added. It takes strings, bools,
/// numbers, null, <see cref="ScriptObject"/>, <see cref="ScriptArray"/> and <see cref="IScriptCustomFunction"/>;
/// any other .NET object is refused with an <see cref="ArgumentException"/>, so a template can reach nothing else.
/// </summary>
#pragma warning disable CA1710 // The package's name.
public class ScriptObject : IScriptObject, IDictionary<string, object?>
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private HashSet<string>? readOnlyMembers;

    /// <inheritdoc cref="IScriptObject.Count"/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => values.Keys;

    /// <inheritdoc/>
    public ICollection<object?> Values => values.Values;

    /// <summary>A member's value; null when there is none.</summary>
    public object? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set => SetValue(key, value, readOnly: false);
    }

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers() => values.Keys;

    /// <inheritdoc/>
    public bool Contains(string member) => values.ContainsKey(member);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => values.ContainsKey(key);

    /// <summary>Sets a member from the host, also one that templates may not write.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value; see the class.</param>
    /// <param name="readOnly">Whether templates are kept from writing it.</param>
    public void SetValue(string member, object? value, bool readOnly)
    {
        values[member] = ScriptValue.Check(value);
        if (readOnly)
        {
            (readOnlyMembers ??= []).Add(member);
        }
        else
        {
            readOnlyMembers?.Remove(member);
        }
    }

    /// <inheritdoc/>
    public void Add(string key, object? value)
    {
        if (!values.TryAdd(key, ScriptValue.Check(value)))
        {
            throw new ArgumentException($"The member `{key}` exists already", nameof(key));
        }
    }

    /// <inheritdoc/>
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value) =>
        values.TryGetValue(member, out value);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value) => values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public virtual bool TrySetValue(
        TemplateContext context,
        SourceSpan span,
        string member,
        object? value,
        bool readOnly
    )
    {
        if (readOnlyMembers?.Contains(member) == true)
        {
            return false;
        }

        SetValue(member, value, readOnly);
        return true;
    }

    /// <inheritdoc cref="IScriptObject.Remove"/>
    public bool Remove(string member)
    {
        readOnlyMembers?.Remove(member);
        return values.Remove(member);
    }

    /// <summary>Removes all members.</summary>
    public void Clear()
    {
        values.Clear();
        readOnlyMembers = null;
    }

    /// <summary>Gives templates a function of one argument.</summary>
    /// <param name="member">The function's name.</param>
    /// <param name="function">
    /// Gets the context, the place of the call and the argument; may throw a <c>ScriptRuntimeException</c>.
    /// </param>
    public void Import(string member, Func<TemplateContext, SourceSpan, object?, object?> function) =>
        SetValue(member, new HostFunction(member, 1, (c, s, a) => function(c, s, a[0])), readOnly: false);

    /// <summary>Gives templates a function of two arguments; see the other <c>Import</c>.</summary>
    public void Import(string member, Func<TemplateContext, SourceSpan, object?, object?, object?> function) =>
        SetValue(member, new HostFunction(member, 2, (c, s, a) => function(c, s, a[0], a[1])), readOnly: false);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        values.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        values.Contains(item) && Remove(item.Key);
}
