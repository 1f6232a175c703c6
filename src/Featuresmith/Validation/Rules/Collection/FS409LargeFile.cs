using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>A Feature's folder has no file that is no text of a person: everybody who uses the Feature downloads it.</summary>
public sealed class FS409LargeFile : IFeatureRule
{
    private const double Megabyte = 1024 * 1024;

    public RuleInfo Info { get; } = new("FS409", "large-file", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from file in feature.Files
        where file.Length > FolderFiles.LargestText
        select new Finding(
            file.Source.Span(0, 0),
            FormattableString.Invariant(
                $"{file.Path} is {file.Length / Megabyte:F1} MiB, which every user of Feature \"{feature.Name}\" downloads; no rule looks into it"
            ),
            "remove it from the folder; what is needed can be downloaded by install.sh, and checked"
        );
}
