using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Something with named members that templates may read and write.</summary>
public interface IScriptObject
{
    /// <summary>How many members there are.</summary>
    int Count { get; }

    /// <summary>The members' names in the order in which they were added.</summary>
    IEnumerable<string> GetMembers();

    /// <summary>Whether a member exists.</summary>
    bool Contains(string member);

    /// <summary>Reads a member; false when there is none.</summary>
    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value);

    /// <summary>Writes a member; false when it is read-only.</summary>
    bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly);

    /// <summary>Removes a member; false when there was none.</summary>
    bool Remove(string member);
}
