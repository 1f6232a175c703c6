namespace Featuresmith.Scaffolding;

/// <summary>A beginning for a Feature.</summary>
/// <param name="Name">How it is asked for.</param>
/// <param name="Description">What it makes, for help and messages.</param>
public sealed record FeatureScaffold(string Name, string Description)
{
    /// <summary>All scaffolds.</summary>
    public static IReadOnlyList<FeatureScaffold> All { get; } =
    [
        new("blank", "a command of your own, with one option"),
        new("apt", "a package of Debian and its derivatives, in a version that can be asked for"),
        new("download", "a program from an address, held against a pinned checksum"),
        new("docker-family", "a Docker daemon in the container, from the parts that docker-in-docker is made of"),
    ];

    /// <summary>The scaffold of this name, or null.</summary>
    public static FeatureScaffold? Find(string name) => All.FirstOrDefault(scaffold => scaffold.Name == name);

    internal IReadOnlyList<CarriedFile> Files => CarriedFile.Below($"features/{Name}/");
}
