using Featuresmith.Definitions;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Publishing.Versions;

namespace Featuresmith.Cli.Commands;

/// <summary>One run of "version bump".</summary>
/// <param name="root">The repository or collection.</param>
/// <param name="ids">The Features; none for all.</param>
/// <param name="output">Receives a line a version.</param>
internal sealed class BumpRun(string root, IReadOnlyList<string> ids, TextWriter output)
{
    public required string Level { get; init; }

    public required IReadOnlyList<string> Messages { get; init; }

    public required bool DryRun { get; init; }

    public async Task<int> ExecuteAsync(Func<RegistryChoice> registry, CancellationToken cancellation)
    {
        var features = Chosen();
        var bumps = Level == "auto" ? await DueAsync(features, registry(), cancellation) : [.. features.Select(Given)];
        foreach (var bump in bumps)
        {
            output.WriteLine($"{bump.Feature.Id}: {bump.Feature.Version} -> {bump.Version}");
            foreach (var note in bump.Notes)
            {
                output.WriteLine($"  {note}");
            }

            if (!DryRun)
            {
                bump.Feature.Write(bump.Version, bump.Notes);
            }
        }

        output.WriteLine(
            bumps.Count == 0 ? "no version has to be raised"
            : DryRun ? "nothing was written"
            : CollectionRepository.Find(Path.GetFullPath(root)) is { } repository
            && repository.DefinitionFolders().Count > 0
                ? "run \"featuresmith generate\" to bring it into features/"
            : "done"
        );
        return ExitCode.Clean;
    }

    private IReadOnlyList<VersionedFeature> Chosen()
    {
        var all = VersionedFeature.In(root, CommonOptions.Show);
        var unknown = ids.Except(all.Select(feature => feature.Id)).ToList();
        if (unknown.Count > 0 || all.Count == 0)
        {
            throw new UsageException(
                unknown.Count > 0
                    ? $"there is no Feature {string.Join(", ", unknown)}; there are {string.Join(", ", all.Select(feature => feature.Id))}"
                    : $"{CommonOptions.Show(root)} holds no Feature"
            );
        }

        return [.. all.Where(feature => ids.Count == 0 || ids.Contains(feature.Id))];
    }

    private Bump Given(VersionedFeature feature)
    {
        var level = Enum.Parse<BumpLevel>(Level, ignoreCase: true);
        return new Bump(feature, feature.Version.Next(level), Messages.Count > 0 ? Messages : [$"A {Level} release."]);
    }

    private async Task<List<Bump>> DueAsync(
        IReadOnlyList<VersionedFeature> features,
        RegistryChoice choice,
        CancellationToken cancellation
    )
    {
        var store = choice.Open();
        using var _ = store as IDisposable;
        var packed =
            PackedCollection.Pack(root, CommonOptions.Show)
            ?? throw new UsageException(
                $"{CommonOptions.Show(root)} holds no Feature; run \"featuresmith generate\" first"
            );
        var wanted = features.ToDictionary(feature => feature.Id, StringComparer.Ordinal);
        var artifacts = packed
            .Features.Select(feature => feature.Artifact)
            .Where(artifact => wanted.ContainsKey(artifact.Id));
        var plans = await new FeaturePublisher(store, choice.Collection).PlanAsync([.. artifacts], cancellation);
        if (plans.FirstOrDefault(plan => plan.Failure is not null)?.Failure is { } failure)
        {
            throw failure;
        }

        var due =
            from plan in plans
            let step = plan.Steps.First(step => step.Id == plan.Id)
            where step.Standing is RepositoryStanding.Changed or RepositoryStanding.BumpTooSmall
            let before = SemanticVersion.TryParse(step.Before!.Metadata.Version!.Value)!
            let version = before.Next(step.Required)
            where wanted[plan.Id].Version < version
            select new Bump(
                wanted[plan.Id],
                version,
                [.. Messages, .. step.Changes.Select(change => Sentence(change.What))]
            );
        return [.. due];
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private sealed record Bump(VersionedFeature Feature, SemanticVersion Version, IReadOnlyList<string> Notes);
}
