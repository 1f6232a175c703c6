using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>A Feature's folder has neither secrets nor leftovers: packaging takes everything (CLI, packageCommandImpl.ts).</summary>
public sealed class FS404PackedJunk : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS404", "packed-junk", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from file in feature.Files
        let junk = Leftovers.In(file.Path)
        where junk is not null
        group file by junk into files
        select new Finding(
            files.First().Source.Span(0, 0),
            $"\"{files.Key}\" would be published with Feature \"{feature.Name}\"",
            "remove it from the folder; \"featuresmith package\" leaves it out, the devcontainers CLI takes everything"
        );
}
