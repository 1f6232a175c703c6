using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Scriban.Runtime;

namespace Featuresmith.Rendering;

/// <summary>
/// The page about the whole collection, features/README.md, from templates/README.md.sbn: its Features side by side, with what
/// their definitions say, what the last smoke tests gave and what a benchmark measured.
/// </summary>
public static class CollectionPage
{
    /// <summary>The template's name below templates/.</summary>
    public const string TemplateName = "README.md.sbn";

    /// <summary>The results of smoke tests below features/, which "test --report results=FILE" writes.</summary>
    public const string ResultsName = "results.json";

    /// <summary>The measured speed below features/: an object a Feature with seconds by the name of what was measured.</summary>
    public const string SpeedName = "speed.json";

    /// <summary>Renders the page.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="bag">Receives every mistake in the template and the data.</param>
    /// <returns>The page; null where the collection has no template for one, or it has mistakes.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RenderedFile? Render(CollectionRepository repository, DiagnosticBag bag)
    {
        var template = Path.Combine(repository.Templates, TemplateName);
        if (!File.Exists(template))
        {
            return null;
        }

        // The Features' own mistakes are told where they are rendered.
        var definitions = CollectionDefinitions.Read(repository, repository.DefinitionFolders(), new DiagnosticBag());
        if (definitions.Settings is not { } settings)
        {
            return null;
        }

        var results = (Data(repository, ResultsName, bag)?["tests"] as JsonArraySyntax)?.Items ?? [];
        var speed = Data(repository, SpeedName, bag);
        var model = TemplateValues.Object([
            ("collection", TemplateValues.Object(settings.Syntax)),
            ("aspects", TemplateValues.Array(FeatureComparison.AspectNames)),
            (
                "features",
                TemplateValues.Array(
                    from feature in definitions.Features
                    where feature.Metadata.Id is not null
                    select Feature(feature, results.OfType<JsonObjectSyntax>(), speed)
                )
            ),
        ]);
        var templates = new TemplateSet(repository);
        return new TemplateRendering(templates).Render(template, model, bag) is var (text, map)
            ? new RenderedFile(
                Path.GetFileNameWithoutExtension(template),
                Encoding.UTF8.GetBytes(text),
                false,
                templates.Text(template).Path
            )
            {
                Map = map,
            }
            : null;
    }

    private static ScriptObject Feature(
        FeatureDefinition definition,
        IEnumerable<JsonObjectSyntax> results,
        JsonObjectSyntax? speed
    )
    {
        var id = definition.Metadata.Id!.Value;
        return TemplateValues.Object([
            ("id", id),
            ("version", definition.Metadata.Version?.Value),
            ("name", definition.Metadata.Name?.Value),
            ("description", definition.Metadata.Description?.Value),
            ("choose_when", definition.Comparison?.ChooseWhen.Value),
            ("aspects", TemplateValues.Object((definition.Comparison?.Aspects ?? []).Select(Aspect))),
            ("speed", speed?.Object(id) is { } measured ? TemplateValues.Object(measured) : null),
            ("results", TemplateValues.Array(ResultsByBase(definition, results))),
        ]);
    }

    private static (string, object?) Aspect(ComparedAspect aspect) =>
        (
            aspect.Name,
            TemplateValues.Object([("suits", aspect.Suits.ToString().ToLowerInvariant()), ("note", aspect.Note.Value)])
        );

    // A scenario that is no longer defined has no say.
    private static IEnumerable<object?> ResultsByBase(
        FeatureDefinition definition,
        IEnumerable<JsonObjectSyntax> results
    )
    {
        var known = definition.Scenarios.Select(scenario => scenario.Name.Value).Append("test").ToHashSet();
        return from test in results
            where test.String("feature")?.Value == definition.FolderName
            where test.String("scenario") is { } scenario && known.Contains(scenario.Value)
            group test by test.String("base")?.Value ?? "" into cases
            orderby cases.Key
            select TemplateValues.Object([
                ("base", cases.Key),
                ("passed", cases.LongCount(HasPassed)),
                ("failed", cases.LongCount(test => !HasPassed(test))),
                (
                    "seconds",
                    cases.Sum(test => TemplateValues.From(test["seconds"]) is { } s ? Convert.ToDouble(s, null) : 0)
                ),
            ]);
    }

    private static bool HasPassed(JsonObjectSyntax test) => test.String("result")?.Value == "passed";

    private static JsonObjectSyntax? Data(CollectionRepository repository, string name, DiagnosticBag bag)
    {
        var file = Path.Combine(repository.Features, name);
        return File.Exists(file)
            ? JsonSyntaxTree.Parse(SourceText.Read(file, repository.Show(file)), bag).RootObject
            : null;
    }
}
