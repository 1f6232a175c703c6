using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Reporting;

/// <summary>One finding as a SARIF "result" object (SARIF 2.1.0, section 3.27).</summary>
internal static class SarifResult
{
    /// <param name="json">Receives the object.</param>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="ruleIndex">Where its rule stands in the run's list.</param>
    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Id.Value);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(diagnostic.Severity));
        WriteText(
            json,
            "message",
            diagnostic.Help is { } help ? $"{diagnostic.Message}\nhelp: {help}" : diagnostic.Message
        );
        json.WriteStartArray("locations");
        WriteLocation(json, diagnostic.Span, message: null);
        json.WriteEndArray();
        if (diagnostic.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var related in diagnostic.Related)
            {
                WriteLocation(json, related.Span, related.Message);
            }

            json.WriteEndArray();
        }

        // SARIF has no word for a byte order mark, and no change without a replacement.
        if (diagnostic.Fix is { Edits.Count: > 0 } fix)
        {
            WriteFix(json, diagnostic.Span.Path, fix);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a SARIF "message" or "multiformatMessageString" that has text alone.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A severity as SARIF calls it.</summary>
    public static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    private static void WriteFix(Utf8JsonWriter json, string path, Fix fix)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteText(json, "description", fix.Title);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(json, path);
        json.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WriteRegion(json, "deletedRegion", edit.Span);
            WriteText(json, "insertedContent", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceSpan span, string? message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, span.Path);
        WriteRegion(json, "region", span);
        json.WriteEndObject();
        if (message is not null)
        {
            WriteText(json, "message", message);
        }

        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(path));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", span.StartPosition.Line);
        json.WriteNumber("startColumn", span.StartPosition.Column);
        json.WriteNumber("endLine", span.EndPosition.Line);
        json.WriteNumber("endColumn", span.EndPosition.Column);
        json.WriteEndObject();
    }

    private static string Address(string path) =>
        (path.StartsWith('/') ? "file://" : "") + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
