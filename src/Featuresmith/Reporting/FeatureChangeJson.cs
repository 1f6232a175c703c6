using System.Text;
using System.Text.Json;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Conflicts;

namespace Featuresmith.Reporting;

/// <summary>Edits of a devcontainer.json and its conflicts for programs, as schemas/report.schema.json describes them.</summary>
public static class FeatureChangeJson
{
    /// <summary>One edit.</summary>
    /// <param name="change">The edit.</param>
    /// <param name="path">The file, as it is shown to people.</param>
    /// <param name="isWritten">Whether it was made.</param>
    /// <param name="diff">The change as a unified diff; null where nobody wants it.</param>
    public static string Write(FeatureChange change, string path, bool isWritten, string? diff) =>
        Write(
            path,
            json =>
            {
                json.WriteBoolean("written", isWritten);
                json.WriteString("change", Kind(change));
                json.WriteString("reference", change.Reference);
                json.WriteStartArray("brings");
                foreach (var thing in change.Brings)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", thing.Kind.ToString().ToLowerInvariant());
                    json.WriteString("text", thing.Text);
                    json.WriteString("by", thing.By);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                if (diff is not null)
                {
                    json.WriteString("diff", diff);
                }
            },
            new ConflictReport(change.Conflicts, change.Unknown)
        );

    /// <summary>The conflicts of a file.</summary>
    /// <param name="report">The conflicts.</param>
    /// <param name="path">The file, as it is shown to people.</param>
    public static string Write(ConflictReport report, string path) => Write(path, _ => { }, report);

    private static string Write(string path, Action<Utf8JsonWriter> own, ConflictReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.FormatVersion);
            json.WriteString("file", path);
            own(json);
            JsonReport.WriteFindings(json, report.Conflicts);
            json.WriteStartArray("unknown");
            foreach (var unknown in report.Unknown)
            {
                json.WriteStringValue(unknown);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Kind(FeatureChange change) =>
        change.Edit switch
        {
            { Before: null } => "created",
            { After: null } => "removed",
            { ChangesAnything: true } => "changed",
            _ => "left",
        };
}
