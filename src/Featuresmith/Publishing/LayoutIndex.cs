using System.Text.Json;
using System.Text.Json.Nodes;

namespace Featuresmith.Publishing;

/// <summary>index.json of an OCI image layout: which manifest has which name. Several processes may change it at once.</summary>
/// <param name="folder">The layout.</param>
internal sealed class LayoutIndex(string folder)
{
    private const string Marker = """{"imageLayoutVersion":"1.0.0"}""";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly Lock turn = new();
    private (DateTime Changed, long Length, List<JsonObject> Entries) last;

    private string IndexFile => Path.Combine(folder, "index.json");

    /// <summary>The entries; none where there is no layout yet.</summary>
    /// <exception cref="RegistryException">The file is no index.</exception>
    public IReadOnlyList<JsonObject> Read()
    {
        lock (turn)
        {
            return Load();
        }
    }

    /// <summary>Adds an entry in place of those that it replaces.</summary>
    public void Put(JsonObject entry, Predicate<JsonObject> replaces)
    {
        lock (turn)
        {
            using var others = LockOut();
            // In the order of their names, so that a layout is the same whatever was published first.
            var entries = Load()
                .Where(other => !replaces(other))
                .Append(entry)
                .OrderBy(Name, StringComparer.Ordinal)
                .ThenBy(other => (string?)other["digest"], StringComparer.Ordinal)
                .ToList();
            Save(entries);
        }
    }

    private static string Name(JsonObject entry) => (string?)entry["annotations"]?[OciLayout.RefName] ?? "";

    private List<JsonObject> Load()
    {
        var info = new FileInfo(IndexFile);
        if (!info.Exists)
        {
            return [];
        }

        if (last.Entries is not null && last.Changed == info.LastWriteTimeUtc && last.Length == info.Length)
        {
            return last.Entries;
        }

        try
        {
            var manifests = JsonNode.Parse(File.ReadAllBytes(IndexFile))?["manifests"] as JsonArray;
            var entries = (manifests ?? []).OfType<JsonObject>().ToList();
            last = (info.LastWriteTimeUtc, info.Length, entries);
            return entries;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw RegistryException.Unexpected(IndexFile, "is no index of an OCI image layout");
        }
    }

    private void Save(List<JsonObject> entries)
    {
        var root = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["manifests"] = new JsonArray([.. entries.Select(entry => entry.DeepClone())]),
        };
        File.WriteAllText(Path.Combine(folder, "oci-layout"), Marker);
        var temporary = $"{IndexFile}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllText(temporary, root.ToJsonString(Indented) + "\n");
            File.Move(temporary, IndexFile, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        var info = new FileInfo(IndexFile);
        last = (info.LastWriteTimeUtc, info.Length, entries);
    }

    // The file stays: one that is deleted while another process waits for it would be locked twice.
    private FileStream LockOut()
    {
        Directory.CreateDirectory(folder);
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(
                    Path.Combine(folder, ".lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException) when (tries < 600)
            {
                Thread.Sleep(50);
            }
        }
    }
}
