using System.Text.Json;

namespace Featuresmith.Smoke;

/// <summary>How long cases took, from the JSON report of an earlier run.</summary>
public static class SmokeDurations
{
    /// <summary>Seconds by case name; what has no duration is left out.</summary>
    /// <param name="reportFile">A file that "test --report json=FILE" wrote.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is not such a report.</exception>
    public static IReadOnlyDictionary<string, double> Read(string reportFile)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(reportFile));
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var test in report.RootElement.GetProperty("tests").EnumerateArray())
        {
            if (test.TryGetProperty("seconds", out var duration))
            {
                seconds[NameOf(test)] = duration.GetDouble();
            }
        }

        return seconds;
    }

    private static string NameOf(JsonElement test)
    {
        var name = $"{test.GetProperty("feature")}/{test.GetProperty("scenario")}";
        return test.TryGetProperty("base", out var image) ? $"{name}@{image}" : name;
    }
}
