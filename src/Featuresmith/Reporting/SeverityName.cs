using Featuresmith.Diagnostics;

namespace Featuresmith.Reporting;

/// <summary>Severities as text and JSON reports write them.</summary>
internal static class SeverityName
{
    public static string Of(Severity severity) => severity.ToString().ToLowerInvariant();
}
