using Featuresmith.Reporting;

namespace Featuresmith.Cli.Commands;

/// <summary>A report that somebody wants in a file.</summary>
/// <param name="Kind">One of <see cref="SmokeReportKind.All"/>, or <see cref="TestReadmes.Kind"/>.</param>
/// <param name="File">The file; empty for <see cref="TestReadmes.Kind"/>, whose files have their places.</param>
internal sealed record ReportRequest(string Kind, string File)
{
    /// <summary>Reads "junit=FILE,html=FILE".</summary>
    /// <exception cref="UsageException">A kind is unknown, or a file is missing.</exception>
    public static IReadOnlyList<ReportRequest> Parse(IEnumerable<string> arguments) =>
        [.. arguments.SelectMany(argument => argument.Split(',')).Select(ParseOne)];

    private static ReportRequest ParseOne(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var kind = equals < 0 ? argument : argument[..equals];
        var file = equals < 0 ? "" : argument[(equals + 1)..];
        var isComplete =
            kind == TestReadmes.Kind ? equals < 0 : SmokeReportKind.All.ContainsKey(kind) && file.Length > 0;
        return isComplete
            ? new ReportRequest(kind, file)
            : throw new UsageException(
                $"--report takes KIND=FILE with one of {string.Join(", ", SmokeReportKind.All.Keys)}, or {TestReadmes.Kind} alone, not \"{argument}\""
            );
    }
}
