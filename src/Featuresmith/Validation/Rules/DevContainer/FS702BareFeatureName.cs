using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.DevContainer;

/// <summary>
/// A name without a slash means one of a few Features of old (CLI, containerFeaturesConfiguration.ts,
/// getBackwardCompatibleFeatureId), never the folder of that name beside devcontainer.json.
/// </summary>
public sealed class FS702BareFeatureName : IDevContainerRule
{
    public RuleInfo Info { get; } = new("FS702", "bare-feature-name", Severity.Error);

    public IEnumerable<Finding> Check(DevContainerFile file) =>
        from member in file.Features
        let name = member.Key.Value
        where name.Length > 0 && name.AsSpan().IndexOfAny('/', '\\') < 0
        where FeatureFolderReader.IsFeatureFolder(Path.Combine(file.Folder, name))
        select new Finding(
            member.Key.Span,
            $"\"{name}\" does not mean the Feature in the folder of that name",
            $"write \"./{name}\""
        )
        {
            Fix = new Fix(
                $"write ./{name}",
                new TextEdit(member.Key.Span.Source.Span(member.Key.Span.Start + 1, member.Key.Span.Start + 1), "./")
            ),
        };
}
