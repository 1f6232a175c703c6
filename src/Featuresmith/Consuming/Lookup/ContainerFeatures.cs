using Featuresmith.Definitions;
using Featuresmith.Publishing;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Lookup;

/// <summary>Finds the Features that end up in one container: those asked for, and what they depend on.</summary>
/// <param name="lookup">Looks Features up.</param>
/// <param name="folder">The folder of devcontainer.json, from which folders are named.</param>
public sealed class ContainerFeatures(FeatureLookup lookup, string folder)
{
    // A reference is asked about before and after an edit, and by several that depend on it.
    private readonly Dictionary<string, (FeatureFolder? Folder, string? Unknown)> looked = new(StringComparer.Ordinal);

    /// <summary>Takes note of a Feature that was looked up already.</summary>
    public void Know(FoundFeature feature) => looked[feature.Reference] = (feature.Folder, null);

    /// <summary>The Features, each once, in the order in which they are come across.</summary>
    /// <param name="wanted">The references of devcontainer.json.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<MergedFeatures> MergeAsync(IEnumerable<Located<string>> wanted, CancellationToken cancellation)
    {
        var (features, unknown) = (new List<MergedFeature>(), new List<string>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Located<string>>(wanted);
        while (waiting.TryDequeue(out var next))
        {
            var reference = FeatureReference.Parse(next.Value);
            if (!seen.Add(reference.Unversioned))
            {
                continue;
            }

            var (found, problem) = await LookAsync(reference, cancellation);
            if (problem is not null)
            {
                unknown.Add($"{reference.Text}: {problem}");
            }

            if (found is not null)
            {
                features.Add(new MergedFeature(found, next.Span));
                foreach (var needed in found.Metadata?.DependsOn ?? [])
                {
                    waiting.Enqueue(new Located<string>(needed.Key.Value, next.Span));
                }
            }
        }

        return new MergedFeatures(features, unknown);
    }

    /// <summary>One Feature of devcontainer.json.</summary>
    /// <returns>The Feature; else why nothing is known of it.</returns>
    public async Task<(FeatureFolder? Folder, string? Unknown)> LookAsync(
        FeatureReference reference,
        CancellationToken cancellation
    )
    {
        if (!looked.TryGetValue(reference.Text, out var answer))
        {
            try
            {
                var found = await lookup.LookAsync(reference, folder, cancellation);
                answer = (found, found is null ? "nobody was asked what it brings" : null);
            }
            catch (Exception problem) when (problem is ReferenceException or RegistryException)
            {
                answer = (null, problem.Message);
            }

            looked[reference.Text] = answer;
        }

        return answer;
    }
}

/// <summary>The Features of a container.</summary>
/// <param name="Features">The Features, each with the reference by which it came.</param>
/// <param name="Unknown">References of which nothing is known, each with the reason.</param>
public sealed record MergedFeatures(IReadOnlyList<MergedFeature> Features, IReadOnlyList<string> Unknown);
