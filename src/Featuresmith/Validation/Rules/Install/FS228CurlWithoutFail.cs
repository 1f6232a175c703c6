using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>curl is told to fail at HTTP errors; without -f the error page is the download, and the exit code 0 (curl(1)).</summary>
public sealed class FS228CurlWithoutFail : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS228", "curl-without-fail", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in feature.Scripts.Installing
        let answers = Captured(script).Concat(Searched(script)).ToHashSet()
        from download in Download.In(script)
        where download.IsCurl && !answers.Contains(download.Invocation.Command)
        where !Fails(download) && !LooksAtAnswer(download)
        select new Finding(
            download.Invocation.Span,
            "without -f, curl takes an error page for the file and succeeds",
            "write curl -fsSL"
        );

    private static bool Fails(Download download) =>
        download.HasFlag('f')
        || download.Invocation.HasUnknownFlags
        || download.Invocation.Literals.Any(word => word.StartsWith("--fail", StringComparison.Ordinal));

    // The script asks for the status, or wants no more than the headers.
    private static bool LooksAtAnswer(Download download) =>
        download.AsksForStatus
        || download.HasFlag('I')
        || download.TargetName == "/dev/null"
        || download.Invocation.Literals.Contains("--head");

    /// <summary>answer=$(curl …): the script can tell an answer from an error, such as an API's "rate limit".</summary>
    private static IEnumerable<ShellCommand> Captured(ShellScript script) =>
        from assignment in script.All<ShellAssignment>()
        from part in assignment.Value?.Parts ?? []
        from substitution in part.DescendantsAndSelf().OfType<ShellSubstitution>()
        where substitution.Body.Pipelines is [{ Commands.Count: 1 }]
        select substitution.Body.Pipelines[0].Commands[0];

    /// <summary>curl … | grep …: the words looked for are in no error page, and a failure would be lost in the pipe all the same.</summary>
    private static IEnumerable<ShellCommand> Searched(ShellScript script) =>
        from pipeline in EmbeddedScripts.With(script).SelectMany(part => part.All<ShellPipeline>())
        where pipeline.Commands.Count > 1 && pipeline.Commands[1] is ShellSimpleCommand { Name: "grep" or "egrep" }
        select pipeline.Commands[0];
}
