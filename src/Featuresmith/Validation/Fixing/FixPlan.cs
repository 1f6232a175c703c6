using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Fixing;

/// <summary>What fixing changes. Of two fixes that touch the same place only the first is taken; another run takes the other.</summary>
/// <param name="Files">The files that change.</param>
/// <param name="Left">Why some fixes are not carried out, a sentence each.</param>
public sealed record FixPlan(IReadOnlyList<FixedFile> Files, IReadOnlyList<string> Left)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Plans the fixes of findings. Spans have to show paths that exist from the current folder, or absolute ones.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FixPlan For(IEnumerable<Diagnostic> diagnostics)
    {
        var files = new List<FixedFile>();
        var left = new List<string>();
        foreach (var file in diagnostics.Where(item => item.Fix is not null).GroupBy(item => SourceOf(item).Path))
        {
            var source = SourceOf(file.First());
            if (WhyNot(file.Key, source) is { } reason)
            {
                left.Add(reason);
            }
            else
            {
                files.Add(Mend(source, file.Select(diagnostic => diagnostic.Fix!)));
            }
        }

        return new FixPlan(files, left);
    }

    /// <summary>One text with its fixes carried out.</summary>
    /// <param name="source">The text.</param>
    /// <param name="fixes">Fixes of that text, the more important first.</param>
    public static FixedFile Mend(SourceText source, IEnumerable<Fix> fixes)
    {
        var edits = new List<TextEdit>();
        var (taken, keepsMark) = (0, source.HasByteOrderMark);
        foreach (var fix in fixes)
        {
            if (fix.Edits.Any(edit => edits.Any(other => TextEdits.Overlap(edit, other))))
            {
                continue;
            }

            edits.AddRange(fix.Edits);
            keepsMark &= !fix.RemovesByteOrderMark;
            taken++;
        }

        var after = TextEdits.Apply(source.Text, edits);
        return new FixedFile(source.Path, source.Text, after, Encode(after, keepsMark), taken);
    }

    /// <summary>Writes the files, each in one move, so that none is ever half written.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Apply()
    {
        foreach (var file in Files)
        {
            FileReplacement.Write(file.Path, file.Content.Span);
        }
    }

    // The text that the edits speak of: a finding may be shown elsewhere, at the template that made its place.
    private static SourceText SourceOf(Diagnostic diagnostic) =>
        diagnostic.Fix!.Edits is [var edit, ..] ? edit.Span.Source : diagnostic.Span.Source;

    private static byte[] Encode(string text, bool marked) =>
        [.. marked ? Encoding.UTF8.Preamble : [], .. Utf8.GetBytes(text)];

    private static string? WhyNot(string path, SourceText source)
    {
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(Encode(source.Text, source.HasByteOrderMark)))
        {
            return $"{path} is not UTF-8, so that writing it would change more than what is fixed";
        }

        return DefinitionOf(Path.GetFullPath(path)) is { } definition
            ? $"{path} is made from {definition}; mend it there and generate it anew"
            : null;
    }

    // The template folder that a file of a collection was made from.
    private static string? DefinitionOf(string file)
    {
        if (CollectionRepository.Find(Path.GetDirectoryName(file)!) is not { } repository)
        {
            return null;
        }

        var below = Path.GetRelativePath(repository.Features, file).Replace('\\', '/').Split('/');
        return
            below is ["src" or "test", var id, ..]
            && File.Exists(Path.Combine(repository.Templates, id, FeatureDefinitionReader.FileName))
            ? repository.Show(Path.Combine(repository.Templates, id))
            : null;
    }
}
