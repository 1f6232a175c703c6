using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Documentation;
using Featuresmith.Reporting;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "docs": read, compare with the disk, report, and write.</summary>
/// <param name="path">What is documented.</param>
/// <param name="output">Receives the report.</param>
/// <param name="error">Receives what stands in the way.</param>
internal sealed class DocsRun(string path, TextWriter output, TextWriter error)
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required string? Registry { get; init; }

    public required string? Namespace { get; init; }

    public required string? Results { get; init; }

    public required string? Html { get; init; }

    public required bool Check { get; init; }

    public required bool Diff { get; init; }

    public required bool Force { get; init; }

    public required bool Json { get; init; }

    public required bool Colour { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Execute()
    {
        var (target, collection, bag) = CollectionAtPath.Read(path);
        var settings = target.Settings(CommonOptions.Show, bag);
        var ids = CollectionAtPath.Chosen(target, collection, Ids);
        var pages = new CollectionDocumentation(
            collection,
            new PublishedPlace(Registry ?? settings?.Registry?.Value, Namespace ?? settings?.Namespace?.Value),
            ReadResults(target, bag)
        );
        if (bag.HasErrors)
        {
            Print([], [.. bag.Sorted()], isWritten: false);
            return ExitCode.Findings;
        }

        if (!Force && pages.WrittenByHand(ids) is { Count: > 0 } byHand)
        {
            return Refuse(byHand);
        }

        var plan = new DocumentationPlan(CommonOptions.Show);
        plan.Add(target.Sources, pages.Readmes(ids));
        if (ids.Count == 0)
        {
            AddIndex(plan, target, pages, settings);
        }

        if (Html is not null)
        {
            AddCatalogue(plan, target, pages, settings);
        }

        Print(plan.Changes, [], isWritten: !Check);
        if (!Check)
        {
            plan.Apply();
        }

        return Check && plan.Drifts ? ExitCode.Findings : ExitCode.Clean;
    }

    private TestResults ReadResults(CollectionFolder target, DiagnosticBag bag)
    {
        if (Results is not null && !File.Exists(Results))
        {
            throw new UsageException(
                $"{CommonOptions.Show(Results)} does not exist; \"test --report results=FILE\" writes it"
            );
        }

        var file = Results ?? TestResults.FileOf(target);
        return File.Exists(file)
            ? TestResults.Read(SourceText.Read(file, CommonOptions.Show(file)), bag)
            : TestResults.None;
    }

    private int Refuse(IReadOnlyList<FeatureFile> byHand)
    {
        foreach (var file in byHand)
        {
            error.WriteLine($"{file.Source.Path} was written by hand");
        }

        error.WriteLine(
            "move what should stay to NOTES.md beside it, and replace it with --force; nothing was written"
        );
        return ExitCode.Findings;
    }

    private void AddIndex(
        DocumentationPlan plan,
        CollectionFolder target,
        CollectionDocumentation pages,
        CollectionSettings? settings
    )
    {
        if (CollectionIndex.FileOf(target) is not { } file)
        {
            return;
        }

        var before = File.Exists(file) ? File.ReadAllText(file) : null;
        var folder = Link(target.Root, target.Sources);
        if (CollectionIndex.Insert(before, Title(target, settings), pages.Features, folder) is { } after)
        {
            plan.Add(target.Root, [CollectionDocumentation.Page(Path.GetFileName(file), after, file)]);
        }
        else
        {
            error.WriteLine(
                $"{CommonOptions.Show(file)} gets no list of the Features: it has no line {CollectionIndex.Begin} and none {CollectionIndex.End} behind it"
            );
        }
    }

    private void AddCatalogue(
        DocumentationPlan plan,
        CollectionFolder target,
        CollectionDocumentation pages,
        CollectionSettings? settings
    )
    {
        var folder = Path.GetDirectoryName(Html)!;
        var text = CataloguePage.Text(
            Title(target, settings),
            settings?.Syntax.String("description")?.Value ?? "",
            pages.Features,
            Link(folder, target.Sources)
        );
        plan.Add(folder, [CollectionDocumentation.Page(Path.GetFileName(Html)!, text, "catalogue")]);
    }

    private static string Link(string from, string to) => Path.GetRelativePath(from, to).Replace('\\', '/');

    private static string Title(CollectionFolder target, CollectionSettings? settings) =>
        settings?.Syntax.String("name")?.Value ?? Path.GetFileName(target.Root);

    private void Print(IReadOnlyList<Rendering.FolderChange> plan, IReadOnlyList<Diagnostic> findings, bool isWritten)
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
}
