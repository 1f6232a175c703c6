using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Collection;

/// <summary>A Feature's folder has neither secrets nor leftovers: packaging takes everything (CLI, packageCommandImpl.ts).</summary>
public sealed class FS404PackedJunk : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS404", "packed-junk", Severity.Warning);

    private static readonly HashSet<string> Names = new(
        [
            ".git",
            ".svn",
            "node_modules",
            "__pycache__",
            ".venv",
            ".idea",
            ".DS_Store",
            "Thumbs.db", // leftovers
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

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from file in feature.Files
        let junk = Junk(file.Path)
        where junk is not null
        group file by junk into files
        select new Finding(
            files.First().Source.Span(0, 0),
            $"\"{files.Key}\" would be published with Feature \"{feature.Name}\"",
            "remove it from the folder; there is no list of files to leave out"
        );

    // The path down to the part that is junk, so that a folder is named once.
    private static string? Junk(string path)
    {
        var parts = path.Split('/');
        var at = Array.FindIndex(
            parts,
            part => Names.Contains(part) || Endings.Any(end => part.EndsWith(end, StringComparison.Ordinal))
        );
        return at < 0 ? null : string.Join('/', parts.Take(at + 1));
    }
}
