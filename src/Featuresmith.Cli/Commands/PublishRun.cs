using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Attestations;
using Featuresmith.Reporting;
using Spectre.Console;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "publish": pack, plan, push, and look at it again.</summary>
/// <param name="choice">Where to.</param>
/// <param name="output">Receives the plan or the result.</param>
/// <param name="error">Receives progress.</param>
internal sealed class PublishRun(RegistryChoice choice, TextWriter output, TextWriter error)
{
    public required string Path { get; init; }

    public required string? From { get; init; }

    public required bool DryRun { get; init; }

    public required bool DetailedExitCode { get; init; }

    public required bool Verify { get; init; }

    public required bool IgnoreGate { get; init; }

    public required bool Provenance { get; init; }

    public required bool Sbom { get; init; }

    public required string? ReleaseFile { get; init; }

    public required int Jobs { get; init; }

    public required bool Json { get; init; }

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var store = choice.Open();
        using var _ = store as IDisposable;
        if (await FeaturesAsync(cancellation) is not { } features)
        {
            return ExitCode.Findings;
        }

        var publisher = new FeaturePublisher(store, choice.Collection)
        {
            Jobs = Jobs,
            IgnoresGate = IgnoreGate,
            AsksForEveryTag = Verify,
        };
        var plans = await publisher.PlanAsync(features, cancellation);
        if (DryRun)
        {
            return Print(plans);
        }

        var outcome = await ShowAsync(plans, observer => publisher.PublishAsync(plans, observer, cancellation));
        output.WriteLine(PublishJson.Write(outcome));
        if (outcome.CollectionFailure is { } failure)
        {
            error.WriteLine($"the collection's metadata was not published: {failure}");
        }

        var problems = await AfterwardsAsync(store, outcome, cancellation);
        return outcome.Fails || problems ? Code(plans, outcome) : ExitCode.Clean;
    }

    // What an author can mend is a finding; everything else the registry did.
    private static int Code(IReadOnlyList<FeaturePlan> plans, PublishOutcome outcome) =>
        plans.Any(plan => plan.Steps.Any(step => step.Problem is not null))
        && outcome.CollectionFailure is null
        && outcome.Features.All(feature =>
            feature.Failure is null || feature.Plan.Steps.Any(step => step.Problem is not null)
        )
            ? ExitCode.Findings
            : ExitCode.Refused;

    private async Task<IReadOnlyList<FeatureArtifact>?> FeaturesAsync(CancellationToken cancellation)
    {
        if (From is null)
        {
            return new CheckedCollection(error, cancellation)
                .Pack(Path)
                ?.Features.Select(feature => feature.Artifact)
                .ToList();
        }

        if (!From.StartsWith(OciLayout.Prefix, StringComparison.Ordinal) || From.Length == OciLayout.Prefix.Length)
        {
            throw new UsageException($"--from takes {OciLayout.Prefix}DIR, and was given \"{From}\"");
        }

        var layout = new OciLayout(System.IO.Path.GetFullPath(From[OciLayout.Prefix.Length..]));
        var features = await LayoutFeatures.ReadAsync(layout, cancellation);
        return features.Count > 0 ? features : throw new UsageException($"{From} holds no Feature");
    }

    private int Print(IReadOnlyList<FeaturePlan> plans)
    {
        if (Json)
        {
            output.WriteLine(PublishJson.Write(plans));
        }
        else
        {
            new PlanReport(output).Write(plans);
        }

        return plans.Any(plan => plan.Failure is not null) ? ExitCode.Refused
            : plans.Any(plan => plan.HasProblem) ? ExitCode.Findings
            : DetailedExitCode && plans.Any(plan => plan.Pushes) ? ExitCode.Pending
            : ExitCode.Clean;
    }

    private Task<PublishOutcome> ShowAsync(
        IReadOnlyList<FeaturePlan> plans,
        Func<IPublishObserver, Task<PublishOutcome>> publish
    ) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected
            ? new LivePublishProgress(
                AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) })
            ).ShowAsync(plans, publish)
            : publish(new LinePublishProgress(error, plans.Count));

    /// <returns>Whether something went wrong.</returns>
    private async Task<bool> AfterwardsAsync(
        IArtifactStore store,
        PublishOutcome outcome,
        CancellationToken cancellation
    )
    {
        var problems = new List<string>();
        if (Provenance || Sbom)
        {
            var attestations = new AttestationPublisher(store) { Provenance = Provenance, Sbom = Sbom };
            problems.AddRange(await attestations.PublishAsync(outcome.Features, cancellation));
        }

        if (Verify)
        {
            var anonymous = choice.OpenAnonymously();
            using var _ = anonymous as IDisposable;
            var wrong = await new PublishVerifier(anonymous).CheckAsync(outcome.Features, Jobs, cancellation);
            var held = outcome.Features.Sum(feature => feature.Done.Count);
            error.WriteLine($"{held - wrong.Count} of {held} artifacts verified without an account");
            problems.AddRange(wrong);
        }

        if (ReleaseFile is not null)
        {
            await File.WriteAllTextAsync(
                ReleaseFile,
                ReleaseJson.Write(store.Name, choice.Collection, outcome),
                cancellation
            );
        }

        problems.ForEach(problem => error.WriteLine($"featuresmith: {problem}"));
        return problems.Count > 0;
    }
}
