using Featuresmith.Definitions;

namespace Featuresmith.Documentation;

/// <summary>One thing that a Feature asks the host for.</summary>
/// <param name="Kind">What it is, with its article.</param>
/// <param name="Name">Which one; null where there is only one.</param>
/// <param name="Target">Where the container has it; null where it has no place.</param>
public sealed record FeaturePrivilege(string Kind, string? Name = null, string? Target = null)
{
    /// <summary>What a Feature's metadata asks for: privileged, capabilities, security options, mounts.</summary>
    public static IEnumerable<FeaturePrivilege> Of(FeatureMetadata metadata) =>
        (
            metadata.Syntax.Boolean("privileged") is { Value: true }
                ? [new FeaturePrivilege("a privileged container")]
                : Enumerable.Empty<FeaturePrivilege>()
        )
            .Concat(metadata.Capabilities.Select(name => new FeaturePrivilege("the capability", name.Value)))
            .Concat(
                metadata.SecurityOptions.Select(option => new FeaturePrivilege("the security option", option.Value))
            )
            .Concat(metadata.Mounts.Where(mount => mount.Target is not null).Select(Mount));

    /// <summary>The phrase, with each name as <paramref name="quote"/> writes it.</summary>
    public string Phrase(Func<string, string> quote) =>
        string.Join(
            ' ',
            new[]
            {
                Kind,
                Name is null ? null : quote(Name),
                Target is null ? null : $"at {quote(Target)}",
            }.OfType<string>()
        );

    private static FeaturePrivilege Mount(FeatureMount mount) =>
        new(
            mount.IsBind ? "the host's"
                : mount.Source is null ? "a volume"
                : "the volume",
            mount.Source?.Value,
            mount.Target!.Value
        );
}
