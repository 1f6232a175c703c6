using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Smoke;
using Featuresmith.Smoke.Sandbox;
using Featuresmith.Sources;

namespace Featuresmith.Cli.Commands;

/// <summary>Which cases a person wants to see or to run.</summary>
/// <param name="Folder">A folder of the repository or collection.</param>
/// <param name="Features">The Features' ids; empty for all.</param>
/// <param name="Bases">Base images that replace those of the scenarios; empty to keep them.</param>
/// <param name="Filters">Patterns of which one has to match; empty for all.</param>
/// <param name="ChangedSince">A revision since which something must have changed; null for all.</param>
internal sealed record CaseChoice(
    string Folder,
    IReadOnlyList<string> Features,
    IReadOnlyList<string> Bases,
    IReadOnlyList<string> Filters,
    string? ChangedSince
)
{
    /// <summary>The same with nothing left out.</summary>
    public CaseChoice Whole => this with { Features = [], Bases = [], Filters = [], ChangedSince = null };

    private CollectionRepository? Repository => CollectionRepository.Find(Folder);

    /// <summary>Where the results of earlier runs are kept, unless somebody says otherwise.</summary>
    public string DefaultCacheFolder => Path.Combine(Repository?.Root ?? Folder, ".featuresmith", "smoke-cache");

    /// <summary>The collection, and the cases that were chosen.</summary>
    /// <param name="bag">Receives the mistakes in scenario files.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="UsageException">There is no collection, or no Feature of a given id.</exception>
    public async Task<(SmokeCollection Collection, IReadOnlyList<SmokeCase> Cases)> CasesAsync(
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var (collection, features, bases) = await FindAsync(cancellation);
        var cases = new SmokePlan(collection, bag).Cases(features, Bases, bases);
        return (collection, [.. cases.Where(IsWanted)]);
    }

    /// <summary>The collection, and the cases of the sandbox that were chosen.</summary>
    /// <param name="bag">Receives the mistakes in the files that are read.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="UsageException">As above, or an image is of no distribution that the sandbox knows.</exception>
    public async Task<(SmokeCollection Collection, IReadOnlyList<SandboxCase> Cases)> SandboxCasesAsync(
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var (collection, features, bases) = await FindAsync(cancellation);
        var images =
            Bases.Count > 0
                ? Bases
                // One is enough: options do not reach more or less on the next release.
                :
                [
                    bases.FirstOrDefault(image => SandboxDistribution.Of(image) is not null)
                        ?? SandboxDistribution.Default,
                ];
        var distributions = images.Select(image =>
            SandboxDistribution.Of(image)
            ?? throw new UsageException(
                $"the sandbox does not know what distribution {image} is; it knows {SandboxDistribution.Known}"
            )
        );
        var plan = new SandboxPlan(collection, bag);
        var cases = features
            .Where(feature => feature != SmokeCollection.GlobalName)
            .SelectMany(feature => plan.Cases(feature, [.. distributions]));
        return (collection, [.. cases.Where(sandboxCase => IsWanted(sandboxCase.AsSmokeCase))]);
    }

    private async Task<(SmokeCollection, IReadOnlyList<string> Features, IReadOnlyList<string> Bases)> FindAsync(
        CancellationToken cancellation
    )
    {
        if (!Directory.Exists(Folder))
        {
            throw new UsageException($"{Folder} does not exist");
        }

        var settings = Repository is { } repository
            ? CollectionSettings.Read(SourceText.Read(repository.SettingsFile), new DiagnosticBag())
            : null;
        var collection =
            SmokeCollection.Find(Repository?.Root ?? Folder, settings?.Namespace?.Value)
            ?? throw new UsageException($"{Folder} holds no src and test, the folders of a collection");
        var features = await ChosenAsync(collection, cancellation);
        return (collection, features, settings?.BaseImages.Select(image => image.Value).ToList() ?? []);
    }

    private bool IsWanted(SmokeCase smokeCase) =>
        Filters.Count == 0 || Filters.Any(filter => NameFilter.Matches(filter, smokeCase));

    private async Task<IReadOnlyList<string>> ChosenAsync(SmokeCollection collection, CancellationToken cancellation)
    {
        var tested = collection.TestedFeatures();
        var unknown = Features.Except(tested).ToList();
        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"no tests of {string.Join(", ", unknown)}; there are tests of {string.Join(", ", tested)}"
            );
        }

        IReadOnlyList<string> chosen = Features.Count > 0 ? Features : tested;
        if (ChangedSince is { } revision)
        {
            var root = Repository?.Root ?? Folder;
            var changed = await GitChanges.SinceAsync(root, revision, cancellation);
            chosen = [.. chosen.Intersect(new ChangedFeatures(collection, root).For(changed))];
        }

        // Global scenarios belong to no Feature, so naming Features leaves them out, as the devcontainers CLI does.
        return collection.HasGlobalTests && Features.Count == 0 ? [.. chosen, SmokeCollection.GlobalName] : chosen;
    }
}
