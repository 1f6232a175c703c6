using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>A symbolic link leads to a file of the same Feature: archives keep links as they are (CLI, packageCommandImpl.ts).</summary>
public sealed class FS405LinkLeavesFolder : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS405", "link-leaves-folder", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from file in feature.Files
        where file.LinkTarget is not null && LinkTarget.Leaves(file.Path, file.LinkTarget)
        select new Finding(
            file.Source.Span(0, 0),
            $"{file.Path} is a link to \"{file.LinkTarget}\", outside of the Feature",
            "put a copy in its place; where the Feature is installed, the link leads nowhere"
        );
}
