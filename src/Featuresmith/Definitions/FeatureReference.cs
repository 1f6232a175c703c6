namespace Featuresmith.Definitions;

/// <summary>What form a reference to a Feature has (specification, "Referencing a Feature"; CLI, getFeatureIdType).</summary>
public enum FeatureReferenceKind
{
    /// <summary>A name without a slash: an old short form, or in scenarios.json a Feature of the same collection.</summary>
    Bare,

    /// <summary>A path that begins with "./" or "../".</summary>
    Relative,

    /// <summary>An https URL of an archive.</summary>
    Archive,

    /// <summary>registry/namespace/id, with a tag or a digest or without.</summary>
    Registry,

    /// <summary>owner/repository/id, once served from GitHub releases: its first part is no host.</summary>
    Release,
}

/// <summary>A reference to a Feature, taken apart. Nothing is looked up.</summary>
/// <param name="Text">The reference as written.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Namespace">What stands between host and id, for a registry's Feature; else empty.</param>
/// <param name="Id">The Feature's id; for an archive its URL.</param>
/// <param name="Version">The tag or digest; null where there is none.</param>
public sealed record FeatureReference(
    string Text,
    FeatureReferenceKind Kind,
    string Namespace,
    string Id,
    string? Version
)
{
    /// <summary>
    /// The names without a slash that the devcontainers CLI still maps to published Features
    /// (containerFeaturesConfiguration.ts, getBackwardCompatibleFeatureId).
    /// </summary>
    private static readonly HashSet<string> ShortForms = new(StringComparer.Ordinal)
    {
        "aws-cli",
        "azure-cli",
        "common",
        "desktop-lite",
        "docker-from-docker",
        "docker-in-docker",
        "dotnet",
        "git",
        "git-lfs",
        "github-cli",
        "golang",
        "java",
        "kubectl-helm-minikube",
        "node",
        "powershell",
        "python",
        "ruby",
        "rust",
        "sshd",
        "terraform",
    };

    /// <summary>Whether it lies on disk rather than in a registry.</summary>
    public bool IsRelative => Kind == FeatureReferenceKind.Relative;

    /// <summary>Whether the devcontainers CLI maps this bare name to a published Feature.</summary>
    public bool IsShortForm => Kind == FeatureReferenceKind.Bare && ShortForms.Contains(Id);

    /// <summary>The reference without tag or digest.</summary>
    public string Unversioned => Version is null ? Text : Text[..^(Version.Length + 1)];

    /// <summary>Takes a reference apart.</summary>
    public static FeatureReference Parse(string text)
    {
        if (text.StartsWith("https://", StringComparison.Ordinal))
        {
            return new(text, FeatureReferenceKind.Archive, "", text, null);
        }

        var name = text.LastIndexOf('/') + 1;
        var cut = text.IndexOf('@', name);
        cut = cut >= 0 ? cut : text.IndexOf(':', name);
        var id = cut >= 0 ? text[name..cut] : text[name..];
        var version = cut >= 0 ? text[(cut + 1)..] : null;
        if (text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal))
        {
            return new(text, FeatureReferenceKind.Relative, "", id, version);
        }

        if (name == 0)
        {
            return new(text, FeatureReferenceKind.Bare, "", id, version);
        }

        var host = text[..text.IndexOf('/', StringComparison.Ordinal)];
        // The CLI contacts no registry whose name has no dot, localhost apart (containerCollectionsOCI.ts).
        return host.Contains('.', StringComparison.Ordinal) || host.StartsWith("localhost", StringComparison.Ordinal)
            ? new(text, FeatureReferenceKind.Registry, Between(text, host.Length, name), id, version)
            : new(text, FeatureReferenceKind.Release, "", id, version);
    }

    private static string Between(string text, int host, int name) =>
        name > host + 1 ? text[(host + 1)..(name - 1)] : "";
}
