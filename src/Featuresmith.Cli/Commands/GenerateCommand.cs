using System.CommandLine;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>Makes features/ from templates/.</summary>
internal static class GenerateCommand
{
    public static Command Build()
    {
        var folder = CommonOptions.ProjectFolder();
        var features = CommonOptions.Features();
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; print the differences and exit with 1 if there are any",
        };
        var diff = new Option<bool>("--diff") { Description = "Print the lines that change" };
        var prune = new Option<bool>("--prune") { Description = "Remove Features that no template makes any more" };
        var command = new VerbCommand(
            "generate",
            "Render templates/<id> into features/src/<id> and features/test/<id>.",
            "featuresmith generate --check"
        )
        {
            folder,
            features,
            check,
            diff,
            prune,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var wish = new Wish(
                parsed.GetValue(features) ?? [],
                parsed.GetValue(check),
                parsed.GetValue(diff),
                parsed.GetValue(prune),
                parsed.WantsJson(),
                parsed.WantsColour()
            );
            return Run(CommonOptions.Repository(parsed.GetValue(folder)), wish, output);
        });
        return command;
    }

    private static int Run(CollectionRepository repository, Wish wish, TextWriter output)
    {
        var bag = new DiagnosticBag();
        var rendered = CollectionRenderer.Render(repository, Chosen(repository, wish.Ids), bag);
        bag.AddRange(rendered.SelectMany(feature => Linter.Check(RenderedFolder.For(feature))));
        var settings = new SettingsFiles(repository.Show).For(repository.Root, bag);
        var origins = new TemplateOrigins(rendered, file => $"{CollectionRepository.FeaturesName}/{file.Path}");
        // Traced last: a suppression speaks of the script that it stands in.
        var findings = Linter.Conclude(bag, RenderedFolder.ScopeOf(rendered, settings)).Select(origins.Trace).ToList();
        var fails = findings.Any(finding => finding.Severity == Severity.Error);
        var writer = new FolderWriter(repository.Features);
        var plan = fails ? [] : writer.Plan(rendered);
        var orphans = fails ? [] : Orphans(repository, wish, writer);
        if (wish.Check || wish.Prune)
        {
            plan = [.. plan, .. orphans];
        }

        if (wish.Json)
        {
            new ChangeJsonReport(output).Write(plan, findings, isWritten: !fails && !wish.Check);
        }
        else
        {
            Print(output, wish, findings, fails, plan, orphans);
        }

        if (fails)
        {
            return ExitCode.Findings;
        }

        if (wish.Check)
        {
            return plan.All(change => change.Kind == FolderChangeKind.Left) ? ExitCode.Clean : ExitCode.Findings;
        }

        writer.Apply(plan);
        return ExitCode.Clean;
    }

    private static void Print(
        TextWriter output,
        Wish wish,
        List<Diagnostic> findings,
        bool fails,
        IReadOnlyList<FolderChange> plan,
        IReadOnlyList<FolderChange> orphans
    )
    {
        new TextReport(output, wish.Colour).Write(findings);
        if (fails)
        {
            output.WriteLine("nothing was written");
            return;
        }

        new ChangeReport(output).Write(plan, withDifferences: wish.Check || wish.Diff);
        foreach (var folder in orphans.Select(change => string.Join('/', change.Path.Split('/').Take(2))).Distinct())
        {
            if (!wish.Prune)
            {
                output.WriteLine(
                    $"no template makes {CollectionRepository.FeaturesName}/{folder} any more; generate --prune removes it"
                );
            }
        }
    }

    // Whoever asks for single Features says nothing of the others.
    private static IReadOnlyList<FolderChange> Orphans(
        CollectionRepository repository,
        Wish wish,
        FolderWriter writer
    ) =>
        wish.Ids.Length > 0
            ? []
            : writer.Orphans([.. repository.DefinitionFolders().Select(folder => Path.GetFileName(folder))]);

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

    private sealed record Wish(string[] Ids, bool Check, bool Diff, bool Prune, bool Json, bool Colour);
}
