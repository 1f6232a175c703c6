using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Security;

/// <summary>What a dependency opens towards the host, the Feature that needs it opens too: it is seen in its own metadata.</summary>
public sealed class FS506PrivilegeByDependency : ICollectionRule
{
    public RuleInfo Info { get; } = new("FS506", "privilege-by-dependency", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureCollection collection) =>
        from feature in collection.Features
        from member in feature.Metadata?.DependsOn ?? []
        let needed = collection.Resolve(FeatureReference.Parse(member.Key.Value))
        where needed is not null
        from other in collection.WithDependencies(needed)
        where other != feature && other.Metadata is not null
        from access in HostAccess.Of(other.Metadata!)
        where HostAccess.Of(feature.Metadata!).All(own => own.What != access.What)
        select new Finding(
            member.Key.Span,
            $"by depending on \"{other.Name}\", Feature \"{feature.Name}\" brings {access.What}",
            "ask for the same in this Feature's metadata, where users see it, or do without the dependency"
        )
        {
            Related = [new RelatedSpan(access.Span, "asked for here")],
        };
}
