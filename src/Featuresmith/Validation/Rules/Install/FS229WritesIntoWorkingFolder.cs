using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>
/// install.sh writes to paths that it names in full. It starts in a copy of its folder, which is a layer of the image for
/// good and another folder with the next tool (containerFeaturesConfiguration.ts, getFeatureLayers).
/// </summary>
public sealed class FS229WritesIntoWorkingFolder : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS229", "writes-into-working-folder", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var scripts = feature.Scripts.Installing;
        var invocations = scripts.SelectMany(Invocation.All).ToList();
        // Where the script has gone elsewhere, a bare name is a file there.
        if (invocations.Any(invocation => invocation.Program is "cd" or "pushd"))
        {
            return [];
        }

        var removed = invocations
            .Where(invocation => invocation.Program is "rm" or "mv" or "install" or "trap")
            .SelectMany(invocation => invocation.Arguments)
            .Select(word => word.Raw)
            .ToList();
        return from span in scripts.SelectMany(Written)
            let name = span.Source.Text[span.Start..span.End].Trim('"', '\'')
            where !removed.Any(word => word.Contains(name, StringComparison.Ordinal))
            select new Finding(
                span,
                $"\"{name}\" is written into the folder in which install.sh happens to start",
                "name a folder: $(mktemp -d) for what is removed again, an absolute path for what stays"
            );
    }

    private static IEnumerable<SourceSpan> Written(ShellScript script) =>
        script
            .All<ShellRedirection>()
            .Where(redirection => redirection.IsOutput)
            .Select(redirection => (SourceSpan?)redirection.Target.Span)
            .Concat(Download.In(script).Select(download => download.Target))
            .OfType<SourceSpan>()
            .Where(IsRelative);

    private static bool IsRelative(SourceSpan span)
    {
        var name = span.Source.Text[span.Start..span.End].TrimStart('"', '\'');
        return name.Length > 0
            && (char.IsAsciiLetterOrDigit(name[0]) || name.StartsWith("./", StringComparison.Ordinal));
    }
}
