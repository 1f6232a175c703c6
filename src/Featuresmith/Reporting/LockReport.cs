using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Consuming.Locking;

namespace Featuresmith.Reporting;

/// <summary>What became, or would become, of a lock file.</summary>
/// <param name="writer">Where the report goes.</param>
public sealed class LockReport(TextWriter writer)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>One line a Feature that changes, and a closing line.</summary>
    /// <param name="path">The lock file, as messages show it.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="after">The lock file as it is, or should be.</param>
    public void Write(string path, IReadOnlyList<LockChange> changes, LockFile after)
    {
        foreach (var change in changes)
        {
            writer.WriteLine(
                change switch
                {
                    { Before: null } => $"locked   {change.Id}  {Version(change.After!)}",
                    { After: null } => $"removed  {change.Id}  {Version(change.Before)}",
                    _ => $"changed  {change.Id}  {Version(change.Before)} -> {Version(change.After)}",
                }
            );
        }

        writer.WriteLine(
            changes.Count == 0
                ? $"{path}: {after.Features.Count} Features, nothing to change"
                : $"{path}: {after.Features.Count} Features, {changes.Count} changed"
        );
    }

    /// <summary>The same for programs.</summary>
    /// <param name="path">The lock file, as messages show it.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="isWritten">Whether the file was written.</param>
    public void WriteJson(string path, IReadOnlyList<LockChange> changes, bool isWritten) =>
        writer.WriteLine(
            new JsonObject
            {
                ["path"] = path,
                ["written"] = isWritten,
                ["changes"] = new JsonArray([
                    .. changes.Select(change =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["id"] = change.Id,
                                ["before"] = Record(change.Before),
                                ["after"] = Record(change.After),
                            }
                    ),
                ]),
            }.ToJsonString(Indented)
        );

    private static JsonObject? Record(LockedFeature? feature) =>
        feature is null ? null : new JsonObject { ["version"] = feature.Version, ["resolved"] = feature.Resolved };

    // Of what moved under its version only the digest tells.
    private static string Version(LockedFeature feature) =>
        $"{feature.Version ?? "without a version"} ({feature.Integrity[..Math.Min(feature.Integrity.Length, 19)]})";
}
