using Featuresmith.Definitions;

namespace Featuresmith.Documentation;

/// <summary>Where a collection's Features are published, for the references that people copy.</summary>
/// <param name="Registry">The registry's host; null where nobody says.</param>
/// <param name="Namespace">The path in front of each Feature's id; null where nobody says.</param>
public sealed record PublishedPlace(string? Registry, string? Namespace)
{
    /// <summary>What stands for a registry that nobody named.</summary>
    public const string UnknownRegistry = "REGISTRY";

    /// <summary>What stands for a namespace that nobody named.</summary>
    public const string UnknownNamespace = "NAMESPACE";

    /// <summary>The words in references that whoever copies them has to replace, each with what it stands for.</summary>
    public IEnumerable<(string Word, string Meaning)> Unknown =>
        new (string? Known, string Word, string Meaning)[]
        {
            (Registry, UnknownRegistry, "the registry that the collection is published to"),
            (Namespace, UnknownNamespace, "the collection's path there"),
        }
            .Where(part => part.Known is null)
            .Select(part => (part.Word, part.Meaning));

    /// <summary>The reference of a Feature with the first number of its version, as the devcontainers CLI documents it.</summary>
    public string Reference(FeatureMetadata metadata, string folder)
    {
        var id = metadata.Id?.Value ?? folder;
        var major = metadata.Version?.Value.Split('.')[0];
        var tag = string.IsNullOrEmpty(major) ? "" : $":{major}";
        return $"{Registry ?? UnknownRegistry}/{Namespace ?? UnknownNamespace}/{id}{tag}";
    }
}
