using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>Makes features/ and .github/workflows/ from templates/.</summary>
internal static class GenerateCommand
{
    public static Command Build()
    {
        var folder = CommonOptions.ProjectFolder();
        var features = CommonOptions.Features();
        var noColor = CommonOptions.NoColor();
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; print the differences and exit with 1 if there are any",
        };
        var diff = new Option<bool>("--diff") { Description = "Print the lines that change" };
        var command = new VerbCommand(
            "generate",
            "Render templates/<id> into features/src/<id> and features/test/<id>, and templates/workflows into .github/workflows.",
            "featuresmith generate --check"
        )
        {
            folder,
            features,
            check,
            diff,
            noColor,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            return Run(
                CommonOptions.Repository(parsed.GetValue(folder)),
                parsed.GetValue(features) ?? [],
                new Wish(parsed.GetValue(check), parsed.GetValue(diff), CommonOptions.Colour(parsed, noColor, output)),
                output
            );
        });
        return command;
    }

    private static int Run(CollectionRepository repository, string[] ids, Wish wish, TextWriter output)
    {
        var bag = new DiagnosticBag();
        var rendered = CollectionRenderer.Render(repository, Chosen(repository, ids), bag);
        // Workflows speak of every Feature, so a part of them cannot be rendered alone.
        var workflows = ids.Length > 0 ? [] : WorkflowRenderer.Render(repository, bag);
        bag.AddRange(rendered.SelectMany(feature => Linter.Check(RenderedFolder.For(feature))));
        var settings = new SettingsFiles(repository.Show).For(repository.Root, bag);
        var origins = new TemplateOrigins(rendered, file => $"{CollectionRepository.FeaturesName}/{file.Path}");
        // Traced last: a suppression speaks of the script that it stands in.
        var findings = Linter.Conclude(bag, RenderedFolder.ScopeOf(rendered, settings)).Select(origins.Trace).ToList();
        new TextReport(output, wish.Colour).Write(findings);
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            output.WriteLine("nothing was written");
            return ExitCode.Findings;
        }

        var featureWriter = new FolderWriter(repository.Features);
        var workflowWriter = new FolderWriter(repository.Root);
        var featurePlan = featureWriter.Plan(rendered);
        var workflowPlan = workflowWriter.Plan(workflows);
        FolderChange[] plan =
        [
            .. featurePlan.Select(change =>
                change with
                {
                    Path = $"{CollectionRepository.FeaturesName}/{change.Path}",
                }
            ),
            .. workflowPlan,
        ];
        new ChangeReport(output).Write(plan, withDifferences: wish.Check || wish.Diff);
        if (wish.Check)
        {
            return plan.All(change => change.Kind == FolderChangeKind.Left) ? ExitCode.Clean : ExitCode.Findings;
        }

        featureWriter.Apply(featurePlan);
        workflowWriter.Apply(workflowPlan);
        return ExitCode.Clean;
    }

    private static List<string> Chosen(CollectionRepository repository, string[] ids)
    {
        var folders = repository.DefinitionFolders();
        if (folders.Count == 0)
        {
            throw new UsageException(
                $"{repository.Templates} holds no <id>/{FeatureDefinitionReader.FileName}, so there is nothing to generate"
            );
        }

        var unknown = ids.Except(folders.Select(Path.GetFileName)).ToList();
        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"there is no definition of {string.Join(", ", unknown)}; "
                    + $"defined are {string.Join(", ", folders.Select(Path.GetFileName))}"
            );
        }

        return [.. folders.Where(folder => ids.Length == 0 || ids.Contains(Path.GetFileName(folder)))];
    }

    private sealed record Wish(bool Check, bool Diff, bool Colour);
}
