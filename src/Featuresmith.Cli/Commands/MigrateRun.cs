using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Migrating;
using Featuresmith.Rendering;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "migrate": read, prove, write, and say what was taken from where.</summary>
/// <param name="repository">The collection that the Features come to.</param>
/// <param name="output">Receives the result.</param>
/// <param name="error">Receives what stands in the way, and what "generate" will say.</param>
internal sealed class MigrateRun(CollectionRepository repository, TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly JsonArray results = [];

    public required bool DryRun { get; init; }

    public required bool Json { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Execute(IReadOnlyList<string> paths)
    {
        var folders = paths.SelectMany(Features).Distinct().ToList();
        // Every one is tried: of forty Features one must not keep back the others.
        var failures = folders.Count(folder => Migrate(folder) is { } reason && Refuse(folder, reason));
        if (Json)
        {
            output.WriteLine(new JsonObject { ["written"] = !DryRun, ["features"] = results }.ToJsonString(Indented));
        }
        else
        {
            output.WriteLine($"{folders.Count - failures} migrated, {failures} not");
        }

        return failures > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static IReadOnlyList<string> Features(string path) =>
        !Directory.Exists(path) ? throw new UsageException($"{path} is no folder")
        : HandWrittenFeature.Find(path) is { Count: > 0 } features ? features
        : throw new UsageException(
            $"{path} holds no Feature: no {HandWrittenFeature.MetadataName} in it, in its folders, in src/ or in features/src/"
        );

    /// <returns>What stands in the way; null where nothing does.</returns>
    private string? Migrate(string folder)
    {
        var feature = HandWrittenFeature.Read(folder);
        var target = Path.Combine(repository.Templates, feature.Id);
        if (
            (Directory.Exists(target) ? $"{CommonOptions.Show(target)} is there already" : feature.Problem()) is
            { } problem
        )
        {
            return problem;
        }

        var migrated = new FeatureMigrator(CommonOptions.Show).Migrate(feature);
        if (!migrated.Succeeded)
        {
            new TextReport(error, colour: false).Write([.. migrated.Mistakes]);
            return migrated.Different.Count > 0
                ? $"no template makes {string.Join(", ", migrated.Different)} as it is"
                : $"its {HandWrittenFeature.MetadataName} cannot be read";
        }

        if (!DryRun)
        {
            var writer = new FolderWriter(repository.Root);
            writer.Apply(writer.Plan(migrated.Files));
        }

        Report(migrated);
        return null;
    }

    private void Report(MigratedFeature migrated)
    {
        var feature = migrated.Feature;
        var taken = migrated.Taken.Select(pair => $"{pair.Key} ({pair.Value})").ToList();
        var links = feature.Files.Where(file => file.IsLink).Select(file => file.Path).ToList();
        if (Json)
        {
            results.Add(
                new JsonObject
                {
                    ["id"] = feature.Id,
                    ["migrated"] = true,
                    ["files"] = feature.Files.Count,
                    ["fromDefinition"] = new JsonArray([.. migrated.Taken.Keys.Select(path => (JsonNode)path)]),
                    ["leftOut"] = new JsonArray([.. feature.LeftOut.Select(path => (JsonNode)path)]),
                }
            );
        }
        else
        {
            output.WriteLine(
                $"{feature.Id}: {feature.Files.Count} files, all of them made again byte for byte"
                    + (taken.Count > 0 ? $"; from the definition {string.Join(", ", taken)}" : "")
            );
        }

        if (feature.LeftOut.Count > 0)
        {
            error.WriteLine($"{feature.Id}: left out {string.Join(", ", feature.LeftOut)}");
        }

        if (links.Count > 0)
        {
            error.WriteLine($"{feature.Id}: what the links lead to was copied: {string.Join(", ", links)}");
        }

        var errors = Errors(migrated.Rendered!);
        if (errors.Count > 0)
        {
            new TextReport(error, colour: false).Write(errors);
            error.WriteLine(
                $"{feature.Id}: \"generate\" refuses it until this is mended, or allowed in its definition (\"allow\") or in "
                    + $"{CollectionRepository.FeaturesName}/{CollectionSettings.FileName} (\"validate\")"
            );
        }
    }

    // As "generate" checks what it is about to write.
    private List<Diagnostic> Errors(RenderedFeature rendered)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(Linter.Check(RenderedFolder.For(rendered)));
        var settings = new SettingsFiles(repository.Show).For(repository.Root, bag);
        return
        [
            .. Linter
                .Conclude(bag, RenderedFolder.ScopeOf([rendered], settings))
                .Where(finding => finding.Severity == Severity.Error),
        ];
    }

    private bool Refuse(string folder, string reason)
    {
        error.WriteLine($"{CommonOptions.Show(folder)}: not migrated: {reason}");
        results.Add(
            new JsonObject
            {
                ["id"] = Path.GetFileName(folder),
                ["migrated"] = false,
                ["reason"] = reason,
            }
        );
        return true;
    }
}
