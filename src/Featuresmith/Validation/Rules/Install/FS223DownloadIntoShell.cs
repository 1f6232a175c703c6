using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>
/// A download is not run as it comes in. A connection that breaks leaves half a script, which runs; curl's failure is
/// lost in the pipe; and what ran cannot be looked at afterwards.
/// </summary>
public sealed class FS223DownloadIntoShell : IFeatureRule
{
    private static readonly string[] Interpreters =
    [
        "sh",
        "bash",
        "dash",
        "ash",
        "zsh",
        "ksh",
        "python",
        "python3",
        "perl",
        "ruby",
        "node",
        "php",
        "eval",
        ".",
        "source",
    ];

    public RuleInfo Info { get; } = new("FS223", "download-into-shell", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from script in feature.Scripts.Installing.SelectMany(EmbeddedScripts.With)
        from span in Piped(script).Concat(Substituted(script))
        select new Finding(
            span,
            "this runs a download as it comes in, unseen and, if the connection breaks, by half",
            "download to a file first, compare it with a checksum, then run it"
        );

    private static IEnumerable<SourceSpan> Piped(ShellScript script) =>
        from pipeline in script.All<ShellPipeline>()
        let invocations = pipeline
            .Commands.Select(command => command is ShellSimpleCommand simple ? Invocation.Of(simple) : null)
            .ToList()
        let download = invocations.FindIndex(invocation => invocation is not null && Download.Is(invocation))
        where
            download >= 0
            && invocations.Skip(download + 1).Any(invocation => invocation is not null && ReadsItsProgram(invocation))
        select pipeline.Span;

    private static IEnumerable<SourceSpan> Substituted(ShellScript script) =>
        from command in script.All<ShellSimpleCommand>()
        let invocation = Invocation.Of(command)
        where invocation is not null && Interpreters.Contains(invocation.Program)
        where invocation.Arguments.SelectMany(Substitutions).Any(Downloads)
        select command.Span;

    // "bash -s -- arguments" reads the program from the pipe; "bash file" and "python3 -c …" do not.
    private static bool ReadsItsProgram(Invocation invocation) =>
        Interpreters.Contains(invocation.Program)
        && invocation.Program is not ("." or "source" or "eval")
        && !invocation.Literals.Any(word => word is "-c" or "-m" or "-e")
        && (
            invocation.Literals.Any(word => word is "-s" or "-" or "/dev/stdin")
            || invocation.Arguments.All(word => word.Raw.StartsWith('-'))
        );

    private static IEnumerable<ShellSubstitution> Substitutions(ShellWord word) =>
        word.DescendantsAndSelf().OfType<ShellSubstitution>();

    private static bool Downloads(ShellSubstitution substitution) =>
        substitution.Body.Pipelines is [{ Commands: [ShellSimpleCommand command] }]
        && Invocation.Of(command) is { } invocation
        && Download.Is(invocation);
}
