using System.Collections.Concurrent;

namespace Featuresmith.Publishing;

/// <summary>What a repository holds, asked for once, and what the steps before have added in mind.</summary>
/// <param name="source">The registry.</param>
/// <param name="repository">The path.</param>
/// <param name="tags">The tags that exist.</param>
internal sealed class RepositoryState(IArtifactSource source, string repository, IReadOnlyList<string> tags)
{
    private readonly ConcurrentDictionary<string, string> digests = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(tags, StringComparer.Ordinal);

    public static async Task<RepositoryState> ReadAsync(
        IArtifactSource source,
        string repository,
        CancellationToken cancellation
    ) => new(source, repository, await source.TagsAsync(repository, cancellation));

    public IReadOnlyCollection<string> Tags => known;

    /// <summary>What a tag names; null where it does not exist.</summary>
    public async Task<string?> DigestAsync(string tag, CancellationToken cancellation)
    {
        if (!known.Contains(tag) || digests.ContainsKey(tag))
        {
            return digests.GetValueOrDefault(tag);
        }

        var digest = await source.DigestAsync(repository, tag, cancellation);
        if (digest is not null)
        {
            digests[tag] = digest;
        }

        return digest;
    }

    public async Task<PublishedFeature?> FeatureAsync(string tag, CancellationToken cancellation) =>
        known.Contains(tag) ? await PublishedFeature.ReadAsync(source, repository, tag, cancellation) : null;

    /// <summary>Counts a step as done.</summary>
    public void Add(RepositoryPlan step)
    {
        foreach (var move in step.Pushes ? step.Moves : [])
        {
            known.Add(move.Tag);
            digests[move.Tag] = step.Digest;
        }
    }
}
