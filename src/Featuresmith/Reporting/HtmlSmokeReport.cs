using System.Text.Json.Nodes;
using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>The results as one page that needs nothing else: no network, no server.</summary>
public static class HtmlSmokeReport
{
    private const string Page = "reporting/smoke-report.html";
    private const string Place = "{\"data\": \"goes here\"}";
    private const int LongestLog = 200_000;

    /// <summary>Writes the page, with the end of each log in it.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<SmokeResult> results)
    {
        var document = JsonSmokeReport.Document(results);
        foreach (var (test, result) in document["tests"]!.AsArray().Zip(results))
        {
            test!["began"] = Math.Round(result.Began.TotalSeconds, 3);
            test["text"] = ReadLog(result.LogFile);
        }

        // The default encoder writes "<" as an escape, so no log can end the script element that the data stands in.
        writer.Write(ReadPage().Replace(Place, document.ToJsonString(), StringComparison.Ordinal));
    }

    private static string ReadLog(string? file)
    {
        if (file is null || !File.Exists(file))
        {
            return "";
        }

        var text = File.ReadAllText(file);
        return text.Length <= LongestLog
            ? text
            : $"… the first {text.Length - LongestLog} characters are left out\n{text[^LongestLog..]}";
    }

    private static string ReadPage()
    {
        using var text = new StreamReader(typeof(HtmlSmokeReport).Assembly.GetManifestResourceStream(Page)!);
        return text.ReadToEnd();
    }
}
