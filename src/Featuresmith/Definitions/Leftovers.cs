namespace Featuresmith.Definitions;

/// <summary>What lies in a Feature's folder without being part of it: what editors and tools leave, and files with secrets.</summary>
public static class Leftovers
{
    private static readonly HashSet<string> Names = new(
        [
            ".git",
            ".svn",
            "node_modules",
            "__pycache__",
            ".venv",
            ".idea",
            ".DS_Store",
            "Thumbs.db", // what tools leave
            ".env",
            ".env.local",
            ".netrc",
            ".npmrc",
            ".pypirc",
            "id_rsa",
            "id_ed25519", // where secrets stand
        ],
        StringComparer.Ordinal
    );

    private static readonly string[] Endings = [".swp", "~", ".orig", ".rej", ".bak", ".p12", ".pfx"];

    /// <summary>The path down to the part that does not belong, so that a folder is named once; null where all of it belongs.</summary>
    /// <param name="path">A path below the Feature's folder, with forward slashes.</param>
    public static string? In(string path)
    {
        var parts = path.Split('/');
        var at = Array.FindIndex(parts, IsLeftover);
        return at < 0 ? null : string.Join('/', parts.Take(at + 1));
    }

    /// <summary>Whether a file or folder of this name does not belong.</summary>
    public static bool IsLeftover(string name) =>
        Names.Contains(name) || Endings.Any(end => name.EndsWith(end, StringComparison.Ordinal));
}
