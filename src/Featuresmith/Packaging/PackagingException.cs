namespace Featuresmith.Packaging;

/// <summary>A Feature cannot be made into an artifact. The message says why, and the way out.</summary>
/// <param name="path">The file or folder at fault, as messages show it.</param>
/// <param name="reason">What is wrong with it, and what to do.</param>
public sealed class PackagingException(string path, string reason) : Exception($"{path}: {reason}")
{
    /// <summary>The file or folder at fault.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = reason;
}
