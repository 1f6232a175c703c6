using Featuresmith.Definitions;
using Featuresmith.Sources;
using Scriban;
using Scriban.Runtime;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace Featuresmith.Rendering;

/// <summary>The templates of a repository. Nothing outside templates/ can be reached.</summary>
/// <param name="repository">The repository.</param>
public sealed class TemplateSet(CollectionRepository repository) : ITemplateLoader
{
    /// <summary>The ending of a template; the rendered file has the same name without it.</summary>
    public const string Extension = ".sbn";

    private readonly Dictionary<string, SourceText> texts = new(StringComparer.Ordinal);

    /// <summary>Reads a template or partial, once.</summary>
    /// <param name="file">A file below templates/.</param>
    /// <returns>Its text, with LF line ends whatever the checkout made of it.</returns>
    public SourceText Text(string file)
    {
        if (!texts.TryGetValue(file, out var text))
        {
            var shown = repository.Show(file);
            text = new SourceText(shown, SourceText.Read(file, shown).Text.ReplaceLineEndings("\n"));
            texts.Add(file, text);
        }

        return text;
    }

    /// <summary>The text that a message of Scriban speaks of.</summary>
    /// <param name="shownPath">The path that the message names.</param>
    public SourceText? TextOf(string? shownPath) => texts.Values.FirstOrDefault(text => text.Path == shownPath);

    /// <summary>"shared/log.sh.sbn" is looked for below templates/.</summary>
    /// <returns>The path as messages show it; null, which Scriban reports at the include, where there is no such file.</returns>
    public string? GetPath(TemplateContext context, ScribanSpan callerSpan, string templateName)
    {
        var file = Path.GetFullPath(Path.Combine(repository.Templates, templateName));
        var inside = file.StartsWith(repository.Templates + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside && File.Exists(file) && !LeadsOutside(file) ? repository.Show(file) : null;
    }

    /// <summary>The text of a path that <see cref="GetPath"/> gave.</summary>
    public string? Load(TemplateContext context, ScribanSpan callerSpan, string templatePath) =>
        Text(Path.Combine(repository.Root, templatePath)).Text;

    private bool LeadsOutside(string file) =>
        File.ResolveLinkTarget(file, returnFinalTarget: true) is { } target
        && !target.FullName.StartsWith(repository.Templates + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
