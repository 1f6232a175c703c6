using System.Text.Json;
using System.Text.Json.Serialization;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>
/// The findings that a project had when it began to validate, so that only new ones count. A finding is known again by its rule, its
/// file and the text of its line, so that it may move, and a reworded message does not matter.
/// </summary>
/// <param name="Findings">The known findings.</param>
public sealed record Baseline(IReadOnlyList<BaselineFinding> Findings)
{
    /// <summary>Reads a baseline.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is no baseline.</exception>
    public static Baseline Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllText(file), BaselineJson.Default.Baseline)
            is { Findings: not null } baseline
            ? baseline
            : throw new JsonException($"{file} is no baseline; write it anew with --write-baseline");

    /// <summary>The baseline of findings.</summary>
    /// <param name="diagnostics">What is found now.</param>
    /// <param name="folder">The folder of the baseline's file: paths are kept from there.</param>
    public static Baseline Of(IEnumerable<Diagnostic> diagnostics, string folder) =>
        new([
            .. from diagnostic in diagnostics
            group diagnostic by Key(diagnostic, folder) into same
            orderby same.Key.Path, same.Key.Rule, same.Key.Line
            select same.Key with
            {
                Count = same.Count(),
            },
        ]);

    /// <summary>Writes the baseline.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string file) =>
        File.WriteAllText(file, JsonSerializer.Serialize(this, BaselineJson.Default.Baseline) + "\n");

    /// <summary>The findings that are not known, of as many as there were each.</summary>
    /// <param name="diagnostics">What is found now, sorted.</param>
    /// <param name="folder">The folder of the baseline's file.</param>
    /// <param name="gone">How many of the known findings no longer occur.</param>
    public IReadOnlyList<Diagnostic> Without(IEnumerable<Diagnostic> diagnostics, string folder, out int gone)
    {
        var known = Findings
            .GroupBy(finding => finding with { Count = 1 })
            .ToDictionary(same => same.Key, same => same.Sum(finding => finding.Count));
        var left = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var key = Key(diagnostic, folder);
            if (known.GetValueOrDefault(key) > 0)
            {
                known[key]--;
            }
            else
            {
                left.Add(diagnostic);
            }
        }

        gone = known.Values.Sum();
        return left;
    }

    private static BaselineFinding Key(Diagnostic diagnostic, string folder) =>
        new(
            diagnostic.Rule.Id.Value,
            Path.GetRelativePath(folder, Path.GetFullPath(diagnostic.Span.Path)).Replace('\\', '/'),
            diagnostic.Span.Source.Line(diagnostic.Span.StartPosition.Line).Trim(),
            1
        );
}

/// <summary>Findings that are alike.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Path">The file, from the baseline's own folder.</param>
/// <param name="Line">The text of the line that the findings begin in, without the blanks around it.</param>
/// <param name="Count">How many there are.</param>
public sealed record BaselineFinding(string Rule, string Path, string Line, int Count);

[JsonSerializable(typeof(Baseline))]
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
internal sealed partial class BaselineJson : JsonSerializerContext;
