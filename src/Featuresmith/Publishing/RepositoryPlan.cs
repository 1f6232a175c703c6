using Featuresmith.Definitions;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing;

/// <summary>How one version of a Feature stands to what a repository holds.</summary>
public enum RepositoryStanding
{
    /// <summary>Nothing is published yet.</summary>
    New,

    /// <summary>Other versions are published, this one is not.</summary>
    Bumped,

    /// <summary>This version is published with all its tags.</summary>
    Unchanged,

    /// <summary>This version is published, and tags that should name it do not: an earlier publish was cut short.</summary>
    Incomplete,

    /// <summary>This version is published with other content, which is never replaced.</summary>
    Changed,

    /// <summary>The version was raised by less than its changes ask for.</summary>
    BumpTooSmall,
}

/// <summary>A tag that is going to name another manifest.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="From">What it names now: a version, or the beginning of a digest; null where it does not exist.</param>
public sealed record TagMove(string Tag, string? From);

/// <summary>What publishing one version of a Feature to one repository comes to.</summary>
/// <param name="Artifact">The Feature.</param>
/// <param name="Id">Its id, or one of its legacy ids.</param>
/// <param name="Repository">The path in the registry.</param>
/// <param name="Standing">How it stands to what is there.</param>
/// <param name="Digest">The digest that the tags are going to name.</param>
/// <param name="Moves">The tags, in the order in which they move; the exact one first.</param>
public sealed record RepositoryPlan(
    FeatureArtifact Artifact,
    string Id,
    string Repository,
    RepositoryStanding Standing,
    string Digest,
    IReadOnlyList<TagMove> Moves
)
{
    /// <summary>The manifest that the tags are going to name.</summary>
    public ReadOnlyMemory<byte> Manifest { get; init; }

    /// <summary>Whether the repository is empty.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether all its tags are known to stand already.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The release that the Feature was compared with; null where there is none.</summary>
    public PublishedFeature? Before { get; init; }

    /// <summary>What changed since <see cref="Before"/>, the heaviest first.</summary>
    public IReadOnlyList<ContentChange> Changes { get; init; } = [];

    /// <summary>Why nothing is pushed; null where there is nothing against it.</summary>
    public string? Problem { get; init; }

    /// <summary>The level that <see cref="Changes"/> ask for.</summary>
    public BumpLevel Required =>
        Before?.Metadata.Version?.Value is { } text && SemanticVersion.TryParse(text) is { } version
            ? VersionGate.Required(version, Changes)
            : BumpLevel.None;

    /// <summary>Whether the archive goes out, and not only tags.</summary>
    public bool IsUpload => Standing is RepositoryStanding.New or RepositoryStanding.Bumped;

    /// <summary>Whether anything is pushed.</summary>
    public bool Pushes => Problem is null && Moves.Count > 0;
}
