using System.Text;
using System.Text.Json;
using Featuresmith.Consuming.Choosing;

namespace Featuresmith.Reporting;

/// <summary>What "choose" comes to, for programs, as schemas/report.schema.json describes it.</summary>
public static class ChoiceJson
{
    /// <summary>The Features, in their order.</summary>
    public static string Write(IReadOnlyList<WeighedFeature> weighed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.FormatVersion);
            json.WriteStartArray("choices");
            foreach (var feature in weighed)
            {
                json.WriteStartObject();
                json.WriteString("id", feature.Id);
                json.WriteBoolean("fits", !feature.IsRuledOut);
                json.WriteString("chooseWhen", feature.ChooseWhen);
                json.WriteStartArray("reasons");
                foreach (var reason in feature.Reasons)
                {
                    json.WriteStartObject();
                    json.WriteString("aspect", reason.Name);
                    json.WriteString("suits", reason.Suits.ToString().ToLowerInvariant());
                    json.WriteString("note", reason.Note.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
