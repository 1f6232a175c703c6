using Featuresmith.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Featuresmith.Rendering;

/// <summary>One template to one text.</summary>
/// <param name="templates">The templates.</param>
internal sealed class TemplateRendering(TemplateSet templates)
{
    /// <summary>Renders a template.</summary>
    /// <param name="file">The template.</param>
    /// <param name="model">The names that it may use.</param>
    /// <param name="bag">Receives the mistakes in it and in what it includes.</param>
    /// <returns>The text with LF line ends and, where it can be traced, which template made what; null after a mistake.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public (string Text, SourceMap? Map)? Render(string file, ScriptObject model, DiagnosticBag bag)
    {
        var source = templates.Text(file);
        var template = Template.Parse(source.Text, source.Path);
        if (template.HasErrors)
        {
            bag.AddRange(template.Messages.Select(message => Describe(message.Span, message.Message)));
            return null;
        }

        // Every name that does not exist is an error, at any depth.
        var context = new TemplateContext
        {
            TemplateLoader = templates,
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedIndexerAccess = false,
        };
        context.PushGlobal(HostFunctions.Create());
        context.PushGlobal(model);
        try
        {
            var output = new MappedOutput(templates.TextOf);
            context.PushOutput(output);
            var text = template.Render(context).ReplaceLineEndings("\n");
            // A value with other line ends made the text shorter, so that the map is of another one.
            return (text, text.Length == output.Map.Length ? output.Map : null);
        }
        catch (ScriptParserRuntimeException exception)
        {
            // An included template does not parse: its own messages say where.
            bag.AddRange(exception.ParserMessages.Select(message => Describe(message.Span, message.Message)));
            return null;
        }
        catch (ScriptRuntimeException exception)
        {
            bag.Add(Describe(exception.Span, exception.OriginalMessage));
            return null;
        }
    }

    private Diagnostic Describe(SourceSpan span, string message)
    {
        var source = templates.TextOf(span.FileName) ?? new Sources.SourceText(span.FileName ?? "", "");
        return new Diagnostic(
            RenderingRules.TemplateError,
            // Scriban's end is inclusive.
            source.Span(span.Start.Offset, span.End.Offset + 1),
            message
        );
    }
}
