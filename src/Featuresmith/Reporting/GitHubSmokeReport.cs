using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>
/// Failures as workflow commands, which GitHub shows as annotations (GitHub documentation, "Workflow commands").
/// </summary>
public static class GitHubSmokeReport
{
    /// <summary>One error command a failed case.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<SmokeResult> results)
    {
        foreach (var failure in results.Where(result => !result.Passed))
        {
            writer.WriteLine($"::error title={Property(failure.Case.Name)}::{Data(failure.Reason ?? "")}");
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
