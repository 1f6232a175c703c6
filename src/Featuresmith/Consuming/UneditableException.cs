using Featuresmith.Diagnostics;

namespace Featuresmith.Consuming;

/// <summary>A devcontainer.json cannot be edited, because it does not say what it has to. The message says what, and where.</summary>
/// <param name="path">The file, as it is shown to people.</param>
/// <param name="findings">What is wrong with it, and where.</param>
public sealed class UneditableException(string path, IEnumerable<Diagnostic> findings)
    : Exception(
        $"{path} cannot be edited: {string.Join("; ", findings.Select(found => $"{found.Span.StartPosition}: {found.Message}"))}"
    );
