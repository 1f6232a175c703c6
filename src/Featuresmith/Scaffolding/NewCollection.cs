using System.Text.RegularExpressions;
using Featuresmith.Definitions;

namespace Featuresmith.Scaffolding;

/// <summary>What a person asks for when a collection is begun.</summary>
/// <param name="Name">The name that people are shown.</param>
/// <param name="Namespace">The path in front of each Feature's id in the registry, such as "owner/features".</param>
/// <param name="First">Its first Feature.</param>
public sealed partial record NewCollection(string Name, string Namespace, NewFeature First)
{
    /// <summary>The registry's host; null where it is given when it is published.</summary>
    public string? Registry { get; init; }

    /// <summary>The SPDX expression of its licence; null where that is not settled.</summary>
    public string? License { get; init; }

    /// <summary>The base images that scenarios run on.</summary>
    public IReadOnlyList<string> BaseImages { get; init; } = ["debian:bookworm", "debian:trixie"];

    /// <summary>Why it cannot be made, with the way out; null where it can.</summary>
    public string? Problem() =>
        Name.Length == 0 ? "a collection has a name: give --name"
        : !Namespace.Split('/').All(RegistryName.IsComponent)
            ? $"\"{Namespace}\" is no namespace: write a path in lower case, such as owner/features"
        : Registry is not null && !HostPattern().IsMatch(Registry)
            ? $"\"{Registry}\" is no registry: write its host, and its port where it needs one, such as registry.example.test:5000"
        : BaseImages.Count == 0 || BaseImages.Any(image => image.Length == 0)
            ? "tests need a base image: give -i, such as -i debian:trixie"
        : First.Problem();

    // As schemas/collection.schema.json has it.
    [GeneratedRegex(@"\A[A-Za-z0-9.-]+(:[0-9]+)?\z")]
    private static partial Regex HostPattern();
}
