using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds the templates that <c>include</c> names. Whatever it does not give, a template cannot read.</summary>
public interface ITemplateLoader
{
    /// <summary>
    /// The key of a template, under which it is cached; also the file name in its messages. It must refuse names that
    /// lead out of its roots (<c>..</c>, absolute paths, links) with a <c>ScriptRuntimeException</c>, or return null.
    /// </summary>
    string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>The text of the template with a key from <see cref="GetPath"/>, or null when there is none.</summary>
    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
