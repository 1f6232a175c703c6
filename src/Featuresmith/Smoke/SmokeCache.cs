using System.Text.Json;

namespace Featuresmith.Smoke;

/// <summary>
/// Remembers which inputs passed: one small file each, named after their digest, so that the folder can be carried between
/// machines. Failures are never kept.
/// </summary>
/// <param name="folder">The folder; made when the first case passes.</param>
public sealed class SmokeCache(string folder)
{
    /// <summary>The result of the run in which the same inputs passed; null where they never did.</summary>
    /// <param name="smokeCase">The case.</param>
    /// <param name="digest">The digest of its inputs.</param>
    public SmokeResult? Find(SmokeCase smokeCase, string digest)
    {
        try
        {
            var entry = JsonSerializer.Deserialize(File.ReadAllText(PathOf(digest)), SmokeCacheJson.Default.Entry);
            return entry is null
                ? null
                : new SmokeResult(
                    smokeCase,
                    SmokeVerdict.Cached,
                    null,
                    TimeSpan.FromSeconds(entry.Seconds),
                    null,
                    [
                        .. entry.Checks.Select(check => new SmokeCheck(
                            check.Label,
                            true,
                            TimeSpan.FromSeconds(check.Seconds)
                        )),
                    ]
                );
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            // Absent, half written by a machine that died, or not ours to read: the case simply runs.
            return null;
        }
    }

    /// <summary>Keeps a result that passed.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(SmokeResult result, string digest)
    {
        Directory.CreateDirectory(folder);
        var entry = new Entry(
            result.Case.Name,
            result.Duration.TotalSeconds,
            [.. result.Checks.Select(check => new EntryCheck(check.Label, check.Duration.TotalSeconds))]
        );
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}");
        File.WriteAllText(temporary, JsonSerializer.Serialize(entry, SmokeCacheJson.Default.Entry));
        File.Move(temporary, PathOf(digest), overwrite: true);
    }

    private string PathOf(string digest) => Path.Combine(folder, $"{digest}.json");

    internal sealed record Entry(string Case, double Seconds, IReadOnlyList<EntryCheck> Checks);

    internal sealed record EntryCheck(string Label, double Seconds);
}
