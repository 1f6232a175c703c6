using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Validation;

namespace Featuresmith.Reporting;

/// <summary>Findings as SARIF 2.1.0 (OASIS), which code scanning services read. Each rule that speaks comes with its page.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class SarifReport(TextWriter writer) : IValidationReport
{
    private static readonly JsonWriterOptions Options = new()
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
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, outcome);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void WriteRun(Utf8JsonWriter json, ValidationOutcome outcome)
    {
        var rules = outcome
            .Diagnostics.Select(diagnostic => diagnostic.Rule)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id.Value, StringComparer.Ordinal)
            .ToList();
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "featuresmith");
        json.WriteString("semanticVersion", Version);
        json.WriteStartArray("rules");
        rules.ForEach(rule => WriteRule(json, rule));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        // Ours are counted in UTF-16 code units, as SourcePosition says.
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in outcome.Diagnostics)
        {
            WriteResult(json, diagnostic, rules.FindIndex(rule => rule.Id == diagnostic.Rule.Id));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Version =>
        typeof(SarifReport)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static void WriteRule(Utf8JsonWriter json, RuleInfo rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id.Value);
        json.WriteString("name", rule.Name);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.DefaultSeverity));
        json.WriteEndObject();
        // Another tool's rules have no page of ours.
        if (!RuleNames.IsForeign(rule.Id.Value))
        {
            json.WriteStartObject("help");
            json.WriteString("text", RulePage.Read(rule));
            json.WriteString("markdown", RulePage.Read(rule));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Id.Value);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(diagnostic.Severity));
        WriteMessage(json, diagnostic.Help is { } help ? $"{diagnostic.Message}\nhelp: {help}" : diagnostic.Message);
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

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceSpan span, string? message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(span.Path));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", span.StartPosition.Line);
        json.WriteNumber("startColumn", span.StartPosition.Column);
        json.WriteNumber("endLine", span.EndPosition.Line);
        json.WriteNumber("endColumn", span.EndPosition.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
        {
            WriteMessage(json, message);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Uri(string path) =>
        (path.StartsWith('/') ? "file://" : "") + string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
