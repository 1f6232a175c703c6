using Featuresmith.Diagnostics;

namespace Featuresmith.Consuming;

/// <summary>A devcontainer.json cannot be edited, because it does not say what it has to.</summary>
/// <param name="path">The file, as it is shown to people.</param>
/// <param name="findings">What is wrong with it, and where.</param>
public sealed class UneditableException(string path, IReadOnlyList<Diagnostic> findings)
    : Exception(
        $"{path} was not changed: {string.Join("; ", findings.Select(found => $"{found.Span.StartPosition}: {found.Message}"))}"
    )
{
    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; } = findings;
}
