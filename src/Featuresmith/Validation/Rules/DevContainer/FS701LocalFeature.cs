using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.DevContainer;

/// <summary>
/// A local Feature is named by a path from devcontainer.json that stays below .devcontainer and leads to a Feature
/// (specification, "Referencing a Feature"; CLI, containerFeaturesConfiguration.ts, processFeatureIdentifier).
/// </summary>
public sealed class FS701LocalFeature : IDevContainerRule
{
    public RuleInfo Info { get; } = new("FS701", "local-feature", Severity.Error);

    public IEnumerable<Finding> Check(DevContainerFile file) =>
        from member in file.Features
        let finding = Check(file, member.Key)
        where finding is not null
        select finding;

    private static Finding? Check(DevContainerFile file, Located<string> reference)
    {
        var path = reference.Value;
        if (Path.IsPathRooted(path))
        {
            return new Finding(
                reference.Span,
                $"the local Feature \"{path}\" is named by an absolute path",
                "name it by a path from here, such as ./feature"
            );
        }

        if (!path.StartsWith("./", StringComparison.Ordinal) && !path.StartsWith("../", StringComparison.Ordinal))
        {
            return null;
        }

        // No path has a NUL, and asking for one throws.
        var folder = Path.GetFullPath(Path.Combine(file.Folder, path.Replace('\0', '?')));
        if (
            file.FeatureRoot is not { } root
            || !folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        )
        {
            return new Finding(
                reference.Span,
                $"the local Feature \"{path}\" does not lie below {DevContainerFile.FolderName}",
                $"keep local Features in {DevContainerFile.FolderName}, beside devcontainer.json"
            );
        }

        return FeatureFolderReader.IsFeatureFolder(folder)
            ? null
            : new Finding(
                reference.Span,
                $"there is no Feature in \"{path}\"",
                $"the folder needs a {FeatureFolder.MetadataName}; the path is read from the folder of devcontainer.json"
            );
    }
}
