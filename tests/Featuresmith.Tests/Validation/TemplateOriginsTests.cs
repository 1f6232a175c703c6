using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>What is found in a rendered script stands in the template that made it.</summary>
public class TemplateOriginsTests
{
    private const string Install =
        "#!/bin/sh\nset -e\n{{ for name in ['a', 'b'] }}\necho {{ name }}\n{{ end }}\n{{ include 'shared/tools.sh.sbn' }}\nsudo true\n";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["features/collection.jsonc"] = "{ \"name\": \"n\", \"namespace\": \"n\" }",
        ["templates/x/feature.jsonc"] = "{ \"metadata\": { \"id\": \"x\", \"version\": \"1.0.0\", \"name\": \"X\" } }",
        ["templates/x/devcontainer-feature.json.sbn"] = "{{ metadata | to_json }}",
        ["templates/x/install.sh.sbn"] = Install,
        ["templates/x/lib.sh"] = "echo copied\n",
        ["templates/shared/tools.sh.sbn"] = "\napt-key add key\necho {{ feature.id }}\n",
    };

    [Test]
    public void A_finding_stands_in_the_template_or_the_partial_that_made_it()
    {
        using var folder = new TemporaryFolder();
        var (features, bag) = Render(folder);
        var origins = new TemplateOrigins(features, file => $"features/{file.Path}");
        var traced = features
            .SelectMany(feature => Linter.Check(RenderedFolder.For(feature)))
            .Concat(bag)
            .Select(origins.Trace)
            .ToList();
        traced
            .Select(finding => $"{finding.Span} {finding.Rule.Id}")
            .ShouldBe(["templates/x/install.sh.sbn:7:1 FS226", "templates/shared/tools.sh.sbn:2:1 FS227"]);
        traced[0].Span.Length.ShouldBe("sudo".Length);
        traced[0].Related.ShouldHaveSingleItem().Span.Path.ShouldBe("features/src/x/install.sh");
    }

    [Test]
    public void Every_character_of_a_rendered_script_has_an_origin_that_is_the_same_where_it_was_copied()
    {
        using var folder = new TemporaryFolder();
        foreach (
            var file in Render(folder)
                .Features[0]
                .Files.Where(file => file.Path.EndsWith(".sh", StringComparison.Ordinal))
        )
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Content.Span);
            for (var at = 0; at < text.Length; at++)
            {
                var origin = file.Map!.Trace(at, at + 1)!.Value;
                if (origin.Length == 1)
                {
                    origin.Source.Text[origin.Start].ShouldBe(text[at]);
                }
                else
                {
                    // Not copied: the statement that computed it.
                    origin.Source.Text[origin.Start..origin.End].ShouldBeOneOf("name", "feature.id");
                }
            }
        }
    }

    [Test]
    public void A_file_that_was_changed_since_keeps_its_own_place()
    {
        using var folder = new TemporaryFolder();
        var (features, _) = Render(folder);
        var origins = new TemplateOrigins(features, file => $"features/{file.Path}");
        var changed = new Featuresmith.Sources.SourceText("features/src/x/install.sh", "sudo true\n");
        var finding = new Diagnostic(RuleCatalog.All[0], changed.Span(0, 4), "m");
        origins.Trace(finding).ShouldBe(finding);
    }

    private static (IReadOnlyList<RenderedFeature> Features, DiagnosticBag Bag) Render(TemporaryFolder folder)
    {
        foreach (var (path, text) in Files)
        {
            folder.Write(path, text);
        }

        var bag = new DiagnosticBag();
        var repository = new CollectionRepository(folder.Path);
        return (CollectionRenderer.Render(repository, repository.DefinitionFolders(), bag), bag);
    }
}
