namespace Featuresmith.Downloads;

/// <summary>What became of one file.</summary>
public enum DownloadState
{
    /// <summary>Its checksum is new in the lock file.</summary>
    Pinned,

    /// <summary>It is the file that was pinned.</summary>
    Same,

    /// <summary>It is another file than the one that was pinned: the vendor has replaced it, or somebody is in between.</summary>
    Different,

    /// <summary>It could not be fetched.</summary>
    Unreachable,
}

/// <summary>What became of one file, and what to say about it.</summary>
/// <param name="Name">Its name in the lock file.</param>
/// <param name="Url">Where it was looked for.</param>
/// <param name="State">What became of it.</param>
/// <param name="Detail">Its sha256, or why there is none.</param>
public sealed record DownloadOutcome(string Name, string Url, DownloadState State, string Detail);
