using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>containerEnv of a Feature has no ${localEnv:…} or ${containerEnv:…}: it becomes a Dockerfile's ENV, where they are not replaced (CLI, imageMetadata.ts leaves it out of the merged configuration).</summary>
public sealed partial class FS134ContainerEnvVariable : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS134", "container-env-variable", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from member in feature.Metadata?.ContainerEnv ?? []
        let text = member.Value as JsonStringSyntax
        where text is not null
        let variable = Variable().Match(text.Value)
        where variable.Success
        select new Finding(
            text.Span,
            $"\"{variable.Value}\" is not replaced in a Feature's containerEnv",
            variable.Groups["kind"].Value == "containerEnv"
                ? $"write \"${{{variable.Groups["name"].Value}}}\", which the Dockerfile understands"
                : "a Feature is built without a look at the host; leave it to remoteEnv of devcontainer.json"
        );

    [GeneratedRegex(
        @"\$\{(?<kind>localEnv|env|containerEnv|localWorkspaceFolder|containerWorkspaceFolder)(:(?<name>[^:}]*))?[^}]*\}"
    )]
    private static partial Regex Variable();
}
