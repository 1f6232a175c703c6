namespace Featuresmith.Consuming.Choosing;

/// <summary>Something that a person may need of nested containers.</summary>
/// <param name="Flag">The flag that says so, without dashes.</param>
/// <param name="Aspect">The aspect of the comparison that answers (Definitions.FeatureComparison.AspectNames).</param>
/// <param name="Need">The need, as the end of a sentence that begins with "I".</param>
public sealed record ChoiceQuestion(string Flag, string Aspect, string Need)
{
    /// <summary>Every question, one an aspect, the most asked first.</summary>
    public static IReadOnlyList<ChoiceQuestion> All { get; } =
    [
        new("untrusted-code", "isolation", "run code that I do not trust, and want it kept away from the host"),
        new("no-privileged", "unprivileged", "cannot have a privileged container"),
        new("codespaces", "codespaces", "work in GitHub Codespaces"),
        new("share-images", "imageSharing", "want the host's images and build cache"),
        new("keep-images", "persistence", "want images and volumes to outlive a rebuild"),
        new("rootless-host", "rootlessHosts", "have rootless Docker or Podman on the host"),
        new("kubernetes", "kubernetes", "need kind or k3d"),
        new("ci", "ci", "need the same in the jobs of a CI"),
    ];
}
