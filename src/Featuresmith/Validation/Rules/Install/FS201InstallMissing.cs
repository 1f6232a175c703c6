using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>Every Feature has an install.sh (specification, "Folder structure"; packaging aborts without it).</summary>
public sealed class FS201InstallMissing : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS201", "install-missing", Severity.Error);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from feature in collection.IsMetadataOnly ? [] : collection.Features
        where feature.Install is null
        select new Finding(
            feature.Place,
            $"Feature \"{feature.Name}\" has no install.sh",
            "add an install.sh beside devcontainer-feature.json; packaging refuses the collection without it"
        );
}
