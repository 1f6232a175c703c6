using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Reporting;

/// <summary>Findings for programs, as schemas/report.schema.json describes them.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class JsonReport(TextWriter writer) : IValidationReport
{
    /// <summary>Goes up when a program that reads the report would have to be changed.</summary>
    internal const int FormatVersion = 1;

    // Paths and messages stay readable; the text is for a pipe, not for a web page.
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(ValidationOutcome outcome)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            WriteCounts(json, outcome);
            WriteFindings(json, outcome.Diagnostics);
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    /// <summary>Writes the property "findings" of the object that is open.</summary>
    internal static void WriteFindings(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("findings");
        foreach (var diagnostic in diagnostics)
        {
            WriteFinding(json, diagnostic);
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, ValidationOutcome outcome)
    {
        json.WriteStartObject("checked");
        json.WriteNumber("features", outcome.Features);
        json.WriteNumber("otherFiles", outcome.OtherFiles);
        json.WriteEndObject();
        json.WriteStartObject("counts");
        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Info })
        {
            json.WriteNumber(SeverityName.Of(severity), outcome.Diagnostics.Count(item => item.Severity == severity));
        }

        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("rule", diagnostic.Rule.Id.Value);
        json.WriteString("name", diagnostic.Rule.Name);
        json.WriteString("severity", SeverityName.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        WriteSpan(json, diagnostic.Span);
        if (diagnostic.Help is { } help)
        {
            json.WriteString("help", help);
        }

        if (diagnostic.Related.Count > 0)
        {
            json.WriteStartArray("related");
            foreach (var related in diagnostic.Related)
            {
                json.WriteStartObject();
                json.WriteString("message", related.Message);
                WriteSpan(json, related.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (diagnostic.Fix is { } fix)
        {
            WriteFix(json, fix);
        }

        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Fix fix)
    {
        json.WriteStartObject("fix");
        json.WriteString("title", fix.Title);
        json.WriteBoolean("removesByteOrderMark", fix.RemovesByteOrderMark);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WriteSpan(json, edit.Span);
            json.WriteString("newText", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteString("path", span.Path);
        WritePosition(json, "start", span.StartPosition);
        WritePosition(json, "end", span.EndPosition);
    }

    private static void WritePosition(Utf8JsonWriter json, string name, SourcePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }
}
