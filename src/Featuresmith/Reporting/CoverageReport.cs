using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Coverage;

namespace Featuresmith.Reporting;

/// <summary>Which values of options no scenario tries, for people and for programs.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class CoverageReport(TextWriter writer)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>A paragraph a Feature: how much, and what is missing.</summary>
    public void Write(IReadOnlyList<FeatureCoverage> features)
    {
        foreach (var feature in features)
        {
            writer.WriteLine($"{feature.Feature.Name}: {Count(feature.Covered, feature.Total)}");
            foreach (var option in feature.Options.Where(option => option.Covered < option.Total))
            {
                writer.WriteLine($"  {option.Option.Id.Value}: {Missing(option)}");
            }
        }

        if (features.Count != 1)
        {
            writer.WriteLine(
                $"all: {Count(features.Sum(feature => feature.Covered), features.Sum(feature => feature.Total))}"
            );
        }
    }

    /// <summary>The same as JSON.</summary>
    public void WriteJson(IReadOnlyList<FeatureCoverage> features) =>
        writer.WriteLine(
            new JsonObject
            {
                ["covered"] = features.Sum(feature => feature.Covered),
                ["total"] = features.Sum(feature => feature.Total),
                ["features"] = new JsonArray([.. features.Select(Feature)]),
            }.ToJsonString(Layout)
        );

    private static JsonNode Feature(FeatureCoverage feature) =>
        new JsonObject
        {
            ["feature"] = feature.Feature.Name,
            ["covered"] = feature.Covered,
            ["total"] = feature.Total,
            ["percent"] = feature.Percent,
            ["options"] = new JsonArray([
                .. from option in feature.Options
                where option.Covered < option.Total
                select (JsonNode)
                    new JsonObject
                    {
                        ["option"] = option.Option.Id.Value,
                        ["neverSet"] = option.IsNeverSet,
                        ["missing"] = new JsonArray([.. option.Missing.Select(value => (JsonNode)value)]),
                    },
            ]),
        };

    private static string Count(int covered, int total) =>
        total == 0 ? "no options" : $"{covered} of {total} values are tried, {covered * 100 / total} %";

    private static string Missing(OptionCoverage option) =>
        !option.IsOpen ? $"never {string.Join(", ", option.Missing.Select(value => $"\"{value}\""))}"
        : option.Suggested.Count > 0 ? "never anything but its default"
        : "never anything but its default, and no value is proposed for it";
}
