using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Featuresmith.Diagnostics;
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
            SarifResult.Write(json, diagnostic, rules.FindIndex(rule => rule.Id == diagnostic.Rule.Id));
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
        json.WriteString("level", SarifResult.Level(rule.DefaultSeverity));
        json.WriteEndObject();
        // Another tool's rules have no page of ours.
        if (!RuleNames.IsForeign(rule.Id.Value))
        {
            var page = RulePage.Read(rule);
            SarifResult.WriteText(json, "shortDescription", RulePage.Summary(page));
            json.WriteStartObject("help");
            json.WriteString("text", page);
            json.WriteString("markdown", page);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
