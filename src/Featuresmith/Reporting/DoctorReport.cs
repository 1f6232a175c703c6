using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Doctor;

namespace Featuresmith.Reporting;

/// <summary>How a host fares.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class DoctorReport(TextWriter writer)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>A line a check, below it what helps, and a closing line that counts.</summary>
    public void Write(IReadOnlyList<CheckResult> results)
    {
        var width = results.Select(result => result.Code.Length).DefaultIfEmpty().Max();
        foreach (var result in results)
        {
            writer.WriteLine($"{Name(result.State), -7}  {result.Code.PadRight(width)}  {result.Seen}");
            if (result.Remedy is not null)
            {
                writer.WriteLine($"{"", -7}  {new string(' ', width)}  help: {result.Remedy}");
            }
        }

        var counts = Enum.GetValues<CheckState>()
            .Select(state => $"{results.Count(result => result.State == state)} {Name(state)}");
        writer.WriteLine(string.Join(", ", counts));
    }

    /// <summary>The same for programs.</summary>
    public void WriteJson(IReadOnlyList<CheckResult> results) =>
        writer.WriteLine(
            new JsonObject
            {
                ["checks"] = new JsonArray([
                    .. results.Select(result =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["code"] = result.Code,
                                ["state"] = Name(result.State),
                                ["seen"] = result.Seen,
                                ["remedy"] = result.Remedy,
                            }
                    ),
                ]),
            }.ToJsonString(Indented)
        );

    private static string Name(CheckState state) => state.ToString().ToLowerInvariant();
}
