using System.Globalization;
using System.Xml;
using Featuresmith.Smoke;

namespace Featuresmith.Reporting;

/// <summary>
/// The results as JUnit XML: a suite a Feature, a test case a scenario on a base image, its checks as properties (the form
/// that GitLab, Jenkins and the common GitHub actions read).
/// </summary>
public static class JUnitSmokeReport
{
    /// <summary>Writes the results.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<SmokeResult> results)
    {
        // Written by hand: an XmlWriter over a text names that text's encoding, not the file's.
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        var layout = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
        };
        using var xml = XmlWriter.Create(writer, layout);
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, results);
        foreach (var suite in results.GroupBy(result => result.Case.Feature))
        {
            WriteSuite(xml, suite.Key, [.. suite]);
        }

        xml.WriteEndElement();
        xml.Flush();
        writer.WriteLine();
    }

    private static void WriteSuite(XmlWriter xml, string feature, IReadOnlyList<SmokeResult> results)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", feature);
        WriteCounts(xml, results);
        foreach (var result in results)
        {
            WriteCase(xml, result);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, SmokeResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", result.Case.Feature);
        xml.WriteAttributeString("name", Name(result.Case));
        xml.WriteAttributeString("time", Seconds(result.Duration));
        if (result.Checks.Count > 0)
        {
            xml.WriteStartElement("properties");
            foreach (var check in result.Checks)
            {
                xml.WriteStartElement("property");
                xml.WriteAttributeString("name", $"check: {Clean(check.Label)}");
                xml.WriteAttributeString(
                    "value",
                    $"{(check.Passed ? "passed" : "failed")} in {Seconds(check.Duration)} s"
                );
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        if (result.Reason is { } reason)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(reason));
            xml.WriteString(result.LogFile);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<SmokeResult> results)
    {
        xml.WriteAttributeString("tests", results.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString(
            "failures",
            results.Count(result => !result.Passed).ToString(CultureInfo.InvariantCulture)
        );
        xml.WriteAttributeString("time", Seconds(TimeSpan.FromTicks(results.Sum(result => result.Duration.Ticks))));
    }

    private static string Name(SmokeCase smokeCase) =>
        smokeCase.BaseImage.Length > 0 ? $"{smokeCase.Scenario}@{smokeCase.BaseImage}" : smokeCase.Scenario;

    private static string Seconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML 1.0 has no way to write most control characters, and scripts print them.
    private static string Clean(string text) =>
        string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '�'));
}
