using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Smoke;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "generate": render, check, compare with the disk, report, and write.</summary>
/// <param name="repository">The repository.</param>
/// <param name="ids">The Features that are wanted; empty for all.</param>
/// <param name="output">Receives the report.</param>
internal sealed class GenerateRun(CollectionRepository repository, string[] ids, TextWriter output)
{
    public required bool Check { get; init; }

    public required string? Since { get; init; }

    public required bool Diff { get; init; }

    public required bool Prune { get; init; }

    public required bool Json { get; init; }

    public required bool Colour { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var rendered = CollectionRenderer.Render(repository, Chosen(), bag);
        // Workflows speak of every Feature, so a part of them cannot be rendered alone.
        var workflows = ids.Length > 0 ? [] : WorkflowRenderer.Render(repository, bag);
        var page = CollectionPage.Render(repository, bag);
        var findings = Findings(rendered, bag);
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            Print([], findings, isWritten: false);
            return ExitCode.Findings;
        }

        var featureWriter = new FolderWriter(repository.Features);
        var workflowWriter = new FolderWriter(repository.Root);
        var orphans = Orphans(featureWriter);
        IReadOnlyList<FolderChange> featurePlan =
        [
            .. featureWriter.Plan(rendered, page),
            .. Check || Prune ? orphans : [],
        ];
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
        Print(plan, findings, isWritten: !Check);
        var stale = Since is { } revision
            ? await StaleVersion.FindAsync(
                repository.Root,
                revision,
                rendered.Select(feature => feature.Definition),
                featurePlan.Where(change => change.Kind != FolderChangeKind.Left).Select(change => change.Path),
                cancellation
            )
            : [];
        PrintAdvice(stale, orphans);
        if (!Check)
        {
            featureWriter.Apply(featurePlan);
            workflowWriter.Apply(workflowPlan);
        }

        var drifts = Check && plan.Any(change => change.Kind != FolderChangeKind.Left);
        return drifts || stale.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private List<Diagnostic> Findings(IReadOnlyList<RenderedFeature> rendered, DiagnosticBag bag)
    {
        bag.AddRange(rendered.SelectMany(feature => Linter.Check(RenderedFolder.For(feature))));
        var settings = new SettingsFiles(repository.Show).For(repository.Root, bag);
        var origins = new TemplateOrigins(rendered, file => $"{CollectionRepository.FeaturesName}/{file.Path}");
        // Traced last: a suppression speaks of the script that it stands in.
        return [.. Linter.Conclude(bag, RenderedFolder.ScopeOf(rendered, settings)).Select(origins.Trace)];
    }

    private void Print(IReadOnlyList<FolderChange> plan, List<Diagnostic> findings, bool isWritten)
    {
        if (Json)
        {
            new ChangeJsonReport(output).Write(plan, findings, isWritten);
            return;
        }

        new TextReport(output, Colour).Write(findings);
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            output.WriteLine("nothing was written");
            return;
        }

        new ChangeReport(output).Write(plan, withDifferences: Check || Diff);
    }

    // Sentences for people; programs have the exit code, and the changes themselves.
    private void PrintAdvice(IReadOnlyList<StaleVersion> stale, IReadOnlyList<FolderChange> orphans)
    {
        if (Json)
        {
            return;
        }

        foreach (var feature in stale)
        {
            output.WriteLine(
                $"{feature.Feature} differs from {Since} in {Count(feature.Files)} and is still {feature.Version}: "
                    + $"it needs a new version in templates/{feature.Feature}/{FeatureDefinitionReader.FileName}"
            );
        }

        var folders = orphans.Select(change => string.Join('/', change.Path.Split('/').Take(2))).Distinct();
        foreach (var folder in Prune ? [] : folders)
        {
            output.WriteLine(
                $"no template makes {CollectionRepository.FeaturesName}/{folder} any more; generate --prune removes it"
            );
        }
    }

    private static string Count(IReadOnlyList<string> files) =>
        files.Count == 1 ? files[0] : $"{files.Count} files, {files[0]} among them";

    // Whoever asks for single Features says nothing of the others.
    private IReadOnlyList<FolderChange> Orphans(FolderWriter writer) =>
        ids.Length > 0
            ? []
            : writer.Orphans([.. repository.DefinitionFolders().Select(folder => Path.GetFileName(folder))]);

    private List<string> Chosen()
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
}
