using System.Text;

namespace Featuresmith.Migrating;

/// <summary>A way to make a file of a Feature from its template folder.</summary>
/// <param name="Path">The file's path in the template folder.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsExecutable">Whether its owner may execute it.</param>
/// <param name="Says">What it takes from the definition, for people; null for a copy.</param>
internal sealed record TemplateCandidate(string Path, ReadOnlyMemory<byte> Content, bool IsExecutable, string? Says)
{
    /// <summary>A template, which bears the ending of one.</summary>
    /// <param name="file">The file that it is to make.</param>
    /// <param name="text">The template.</param>
    /// <param name="says">What it takes from the definition; null where it is but a copy with marks.</param>
    public static TemplateCandidate Template(HandWrittenFile file, string text, string? says) =>
        new(file.Path + Rendering.TemplateSet.Extension, Encoding.UTF8.GetBytes(text), false, says);

    /// <summary>The file as it is.</summary>
    public static TemplateCandidate Copy(HandWrittenFile file) => new(file.Path, file.Content, file.IsExecutable, null);

    /// <summary>A text in which nothing means anything to Scriban.</summary>
    public static string Literal(string text) =>
        text.Replace("{{", "{{ '{{' }}", StringComparison.Ordinal)
            .Replace("{%{", "{{ '{%{' }}", StringComparison.Ordinal);
}
