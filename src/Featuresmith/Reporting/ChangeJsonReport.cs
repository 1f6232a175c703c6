using System.Text;
using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;

namespace Featuresmith.Reporting;

/// <summary>What generating did, or would do, for programs, as schemas/report.schema.json describes it.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class ChangeJsonReport(TextWriter writer)
{
    /// <summary>Writes every file that differs, and what the checks found.</summary>
    /// <param name="changes">The plan.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="isWritten">Whether the plan is carried out.</param>
    public void Write(IEnumerable<FolderChange> changes, IEnumerable<Diagnostic> findings, bool isWritten)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.FormatVersion);
            json.WriteBoolean("written", isWritten);
            json.WriteStartArray("changes");
            foreach (var change in changes.Where(change => change.Kind != FolderChangeKind.Left))
            {
                json.WriteStartObject();
                json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
                json.WriteString("path", change.Path);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            JsonReport.WriteFindings(json, findings);
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}
