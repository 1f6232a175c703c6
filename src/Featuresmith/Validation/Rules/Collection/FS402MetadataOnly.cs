using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>None of several Features has an install script: said once, not once a Feature.</summary>
public sealed class FS402MetadataOnly : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS402", "metadata-only-collection", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection)
    {
        if (collection.IsMetadataOnly)
        {
            yield return new Finding(
                collection.Features[0].Place,
                $"none of the {collection.Features.Count} Features in {collection.Path} has an install.sh; "
                    + "only their metadata is checked",
                "add the install scripts, without which the collection cannot be packaged"
            );
        }
    }
}
