using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
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
        var since = new Option<string?>("--since")
        {
            Description =
                "Also say which Features differ from a revision, such as the last release, and still bear its version",
            HelpName = "REV",
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
            since,
            diff,
            noColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var output = parsed.InvocationConfiguration.Output;
                return RunAsync(
                    CommonOptions.Repository(parsed.GetValue(folder)),
                    parsed.GetValue(features) ?? [],
                    new Wish(
                        parsed.GetValue(check),
                        parsed.GetValue(since),
                        parsed.GetValue(diff),
                        CommonOptions.Colour(parsed, noColor, output)
                    ),
                    output,
                    cancellation
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        CollectionRepository repository,
        string[] ids,
        Wish wish,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var bag = new DiagnosticBag();
        var rendered = CollectionRenderer.Render(repository, Chosen(repository, ids), bag);
        // Workflows speak of every Feature, so a part of them cannot be rendered alone.
        var workflows = ids.Length > 0 ? [] : WorkflowRenderer.Render(repository, bag);
        var page = CollectionPage.Render(repository, bag);
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
        var featurePlan = featureWriter.Plan(rendered, page);
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
        IReadOnlyList<StaleVersion> stale = wish.Since is { } revision
            ? await StaleVersion.FindAsync(
                repository.Root,
                revision,
                rendered.Select(feature => feature.Definition),
                featurePlan.Where(change => change.Kind != FolderChangeKind.Left).Select(change => change.Path),
                cancellation
            )
            : [];
        foreach (var feature in stale)
        {
            output.WriteLine(
                $"{feature.Feature} differs from {wish.Since} in {Count(feature.Files)} and is still {feature.Version}: "
                    + $"it needs a new version in templates/{feature.Feature}/{FeatureDefinitionReader.FileName}"
            );
        }

        if (!wish.Check)
        {
            featureWriter.Apply(featurePlan);
            workflowWriter.Apply(workflowPlan);
        }

        var drifts = wish.Check && plan.Any(change => change.Kind != FolderChangeKind.Left);
        return drifts || stale.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Count(IReadOnlyList<string> files) =>
        files.Count == 1 ? files[0] : $"{files.Count} files, {files[0]} among them";

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

    private sealed record Wish(bool Check, string? Since, bool Diff, bool Colour);
}
