using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Featuresmith.Rendering;

/// <summary>
/// Makes a Feature's files: every template is rendered to its own path without the ending, every other file is copied,
/// and what lies under test/ goes to the tests.
/// </summary>
/// <param name="templates">The templates.</param>
/// <param name="collection">The collection's settings, which templates can read.</param>
public sealed class FeatureRenderer(TemplateSet templates, CollectionSettings collection)
{
    private const string TestFolder = "test/";

    /// <summary>Renders all files of a definition's folder.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="bag">Receives the mistakes in templates; a template with one makes no file.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public RenderedFeature Render(FeatureDefinition definition, DiagnosticBag bag)
    {
        var files = Directory
            .EnumerateFiles(definition.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(definition.Folder, file) != FeatureDefinitionReader.FileName)
            .Order(StringComparer.Ordinal)
            .Select(file => RenderFile(definition, file, bag))
            .OfType<RenderedFile>()
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        var feature = new RenderedFeature(definition, [.. files]);
        if (!bag.HasErrors && MetadataAgreement.Check(feature) is { } disagreement)
        {
            bag.Add(disagreement);
        }

        return feature;
    }

    /// <summary>Renders a template of the collection's own, outside every definition's folder.</summary>
    /// <param name="file">The template.</param>
    /// <param name="model">The names that it may use.</param>
    /// <param name="bag">Receives its mistakes.</param>
    /// <returns>The file, named like the template; null where the template has a mistake.</returns>
    internal RenderedFile? RenderPage(string file, ScriptObject model, DiagnosticBag bag) =>
        Render(model, file, bag) is var (text, map)
            ? new RenderedFile(
                Path.GetFileNameWithoutExtension(file),
                Encoding.UTF8.GetBytes(text),
                false,
                templates.Text(file).Path
            )
            {
                Map = map,
            }
            : null;

    private RenderedFile? RenderFile(FeatureDefinition definition, string file, DiagnosticBag bag)
    {
        var path = Target(definition, Path.GetRelativePath(definition.Folder, file).Replace('\\', '/'));
        if (!path.EndsWith(TemplateSet.Extension, StringComparison.Ordinal))
        {
            return new RenderedFile(path, File.ReadAllBytes(file), IsExecutable(file), file)
            {
                Map = path.EndsWith(".sh", StringComparison.Ordinal) ? SourceMap.OfCopy(templates.Text(file)) : null,
            };
        }

        return Render(TemplateModel.For(definition, collection), file, bag) is var (text, map)
            ? new RenderedFile(
                path[..^TemplateSet.Extension.Length],
                Encoding.UTF8.GetBytes(text),
                // What names its interpreter is meant to be run, whatever mode a checkout gave the template.
                text.StartsWith("#!", StringComparison.Ordinal),
                templates.Text(file).Path
            )
            {
                Map = map,
            }
            : null;
    }

    private (string Text, SourceMap? Map)? Render(ScriptObject model, string file, DiagnosticBag bag)
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

    private static string Target(FeatureDefinition definition, string path) =>
        path.StartsWith(TestFolder, StringComparison.Ordinal)
            ? $"test/{definition.FolderName}/{path[TestFolder.Length..]}"
            : $"src/{definition.FolderName}/{path}";

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
}
