using Featuresmith.Sources;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>A call of curl or wget.</summary>
/// <param name="Invocation">The call.</param>
public sealed record Download(Invocation Invocation)
{
    // Letters that take what follows them as their value (curl(1), wget(1)).
    private const string CurlValues = "oHuXdbAewmxTFrECDKcQtUyYzP";
    private const string WgetValues = "OoPUaietTQBSlARDIXw";

    /// <summary>Every call in a script, in the order of the text.</summary>
    public static IEnumerable<Download> In(ShellScript script) =>
        from invocation in Invocation.All(script)
        where Is(invocation) && !invocation.Literals.Any(word => word is "--version" or "-V" or "--help")
        select new Download(invocation);

    /// <summary>Whether a program fetches from the network.</summary>
    public static bool Is(Invocation invocation) => invocation.Program is "curl" or "wget";

    /// <summary>Whether it is curl, which needs to be told a good deal that wget does of itself.</summary>
    public bool IsCurl => Invocation.Program == "curl";

    /// <summary>Where the name of the file that is written stands; null where there is none.</summary>
    public SourceSpan? Target =>
        IsCurl ? Invocation.Value('o', "--output") : Invocation.Value('O', "--output-document");

    /// <summary>The name of the file that is written, without quotation marks; null where there is none.</summary>
    public string? TargetName => Target is { } span ? span.Source.Text[span.Start..span.End].Trim('"', '\'') : null;

    /// <summary>Whether nothing is written but standard output.</summary>
    public bool IsShown => TargetName is "-" or "/dev/stdout" || (Target is null && !NamesByUrl);

    /// <summary>Whether the file gets its name from the URL.</summary>
    public bool NamesByUrl =>
        IsCurl
            ? HasFlag('O') || Invocation.Literals.Contains("--remote-name")
            : Target is null && !Invocation.HasUnknownFlags && !HasFlag('i');

    /// <summary>Whether a short flag is given.</summary>
    public bool HasFlag(char flag) => Invocation.HasFlag(flag, IsCurl ? CurlValues : WgetValues);

    /// <summary>Whether the script asks for the answer's status, and so is no plain download.</summary>
    public bool AsksForStatus =>
        IsCurl
        && (HasFlag('w') || Invocation.Literals.Any(word => word.StartsWith("--write-out", StringComparison.Ordinal)));

    /// <summary>The words that hold an address.</summary>
    public IEnumerable<ShellWord> Addresses =>
        Invocation.Arguments.Where(word => word.Raw.Contains("://", StringComparison.Ordinal));
}
