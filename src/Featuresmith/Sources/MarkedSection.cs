namespace Featuresmith.Sources;

/// <summary>
/// A part of a Markdown file that a program writes while people write the rest: what stands between the comments
/// &lt;!-- NAME: … --&gt; and &lt;!-- /NAME --&gt;.
/// </summary>
public static class MarkedSection
{
    /// <summary>Replaces what stands between the marks.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="name">The section's name.</param>
    /// <param name="content">Markdown, ending with a line end.</param>
    /// <returns>The file with the new section; null where it has no such marks.</returns>
    public static string? Replace(string text, string name, string content) =>
        Find(text, name) is var (start, end) ? $"{text[..start]}\n\n{content}\n{text[end..]}" : null;

    /// <summary>What stands between the marks, without the empty lines around it.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="name">The section's name.</param>
    /// <returns>The section; null where the file has no such marks.</returns>
    public static string? Content(string text, string name) =>
        Find(text, name) is var (start, end) ? text[start..end].Trim('\n') + "\n" : null;

    private static (int Start, int End)? Find(string text, string name)
    {
        var mark = text.IndexOf($"<!-- {name}:", StringComparison.Ordinal);
        var start = mark < 0 ? -1 : text.IndexOf("-->", mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf($"<!-- /{name} -->", start, StringComparison.Ordinal);
        return end < 0 ? null : (start + "-->".Length, end);
    }
}
