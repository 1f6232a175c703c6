using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Reporting;
using Featuresmith.Validation;
using Featuresmith.Validation.Fixing;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "validate": check, perhaps mend and check again, set known findings aside, report.</summary>
/// <param name="paths">What to check.</param>
/// <param name="validator">Checks a path.</param>
/// <param name="output">Receives the report.</param>
/// <param name="error">Receives what is said beside it.</param>
internal sealed class ValidateRun(IReadOnlyList<string> paths, Validator validator, TextWriter output, TextWriter error)
{
    public required string Format { get; init; }

    public required bool Colour { get; init; }

    public required bool Fix { get; init; }

    public required bool Diff { get; init; }

    public required string? Baseline { get; init; }

    public required bool WriteBaseline { get; init; }

    /// <returns>One of <see cref="ExitCode"/>, the same in every format.</returns>
    public int Execute()
    {
        if (Diff && Format != "text")
        {
            throw new UsageException("--diff goes with --format text; the json report has the edits of each fix");
        }

        if (WriteBaseline && Baseline is null)
        {
            throw new UsageException("--write-baseline needs --baseline FILE, the file to write");
        }

        var outcome = Check();
        if (Fix || Diff)
        {
            outcome = Mend(outcome);
        }

        if (WriteBaseline)
        {
            var known = Validation.Baseline.Of(outcome.Diagnostics, Path.GetDirectoryName(Baseline)!);
            known.Write(Baseline!);
            error.WriteLine($"{CommonOptions.Show(Baseline!)}: {outcome.Diagnostics.Count} findings written");
            return ExitCode.Clean;
        }

        outcome = WithoutKnown(outcome);
        Report().Write(outcome);
        return outcome.Fails ? ExitCode.Findings : ExitCode.Clean;
    }

    private ValidationOutcome Check() => ValidationOutcome.Merge([.. paths.Select(Check)]);

    private ValidationOutcome Check(string path)
    {
        if (!Path.Exists(path))
        {
            throw new UsageException($"{path} does not exist");
        }

        return validator.Check(path)
            ?? throw new UsageException(
                $"{path} holds no Feature: no {FeatureFolder.MetadataName} in it, in its folders, in src/ or in "
                    + $"features/src/; and no {DevContainerFile.Name} either"
            );
    }

    private ValidationOutcome Mend(ValidationOutcome outcome)
    {
        var plan = FixPlan.For(outcome.Diagnostics);
        foreach (var file in Diff ? plan.Files : [])
        {
            new UnifiedDiff(output).Write(file.Path, file.Before, file.After);
        }

        foreach (var sentence in plan.Left)
        {
            error.WriteLine($"not fixed: {sentence}");
        }

        if (!Fix)
        {
            return outcome;
        }

        plan.Apply();
        error.WriteLine($"{plan.Files.Sum(file => file.Fixes)} findings fixed in {plan.Files.Count} files");
        return Check();
    }

    private ValidationOutcome WithoutKnown(ValidationOutcome outcome)
    {
        if (Baseline is null)
        {
            return outcome;
        }

        try
        {
            var folder = Path.GetDirectoryName(Baseline)!;
            var left = Validation.Baseline.Read(Baseline).Without(outcome.Diagnostics, folder, out var gone);
            if (gone > 0)
            {
                error.WriteLine(
                    $"{CommonOptions.Show(Baseline)}: {gone} findings no longer occur; take them out with --write-baseline"
                );
            }

            return outcome with
            {
                Diagnostics = left,
            };
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{CommonOptions.Show(Baseline)} is no baseline: {exception.Message}");
        }
    }

    private IValidationReport Report() =>
        Format switch
        {
            "json" => new JsonReport(output),
            "sarif" => new SarifReport(output),
            "github" => new GitHubReport(output),
            _ => new TextReport(output, Colour),
        };
}
