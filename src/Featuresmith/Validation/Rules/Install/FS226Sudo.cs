using Featuresmith.Diagnostics;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>install.sh runs as root (specification, "Invoking install.sh") and in images that have no sudo.</summary>
public sealed class FS226Sudo : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS226", "sudo", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in feature.Scripts.Installing
        from part in EmbeddedScripts.With(script)
        from command in part.All<Featuresmith.Syntax.Shell.ShellSimpleCommand>()
        where command.Name == "sudo"
        let changesUser = command.Arguments.Any(word =>
            word.Raw.StartsWith("-u", StringComparison.Ordinal)
            || word.Raw.StartsWith("-iu", StringComparison.Ordinal)
            || word.Raw.StartsWith("--user", StringComparison.Ordinal)
        )
        select new Finding(
            command.Words[0].Span,
            "many images have no sudo, and install.sh runs as root",
            changesUser ? "use su USER -c '…', which every image has" : "leave \"sudo\" out"
        );
}
