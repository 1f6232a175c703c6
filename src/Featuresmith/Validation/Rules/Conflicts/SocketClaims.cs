using System.Text.RegularExpressions;
using Featuresmith.Sources;

namespace Featuresmith.Validation.Rules.Conflicts;

/// <summary>
/// The sockets that a Feature puts into the container: mounted there, or made by its scripts, by a daemon, a proxy or a
/// link. A script that only talks to a socket claims nothing.
/// </summary>
internal static partial class SocketClaims
{
    private const string DockerDefault = "/var/run/docker.sock";

    /// <summary>Whether a path is called like a socket.</summary>
    public static bool IsSocket(string path) => path.EndsWith(".sock", StringComparison.Ordinal);

    /// <summary>Every socket that a Feature owns, each once.</summary>
    public static IEnumerable<FeatureClaim> Of(FeatureFolder feature) =>
        Mounted(feature)
            .Concat(feature.Files.Where(IsScript).SelectMany(file => Made(feature, file.Source)))
            .DistinctBy(claim => claim.Name);

    private static IEnumerable<FeatureClaim> Mounted(FeatureFolder feature) =>
        from mount in feature.Metadata?.Mounts ?? []
        let target = mount.Target
        where target is not null && IsSocket(target.Value)
        select new FeatureClaim(Normal(target.Value), feature, target.Span);

    private static IEnumerable<FeatureClaim> Made(FeatureFolder feature, SourceText script)
    {
        var text = script.Text;
        foreach (var made in Listen().Matches(text).Concat(Link().Matches(text)))
        {
            if (Resolve(text, made.Groups["path"].Value) is { } path && IsSocket(path))
            {
                yield return new FeatureClaim(Normal(path), feature, script.Span(made.Index, made.Index + made.Length));
            }
        }

        if (Daemon().Match(text) is { Success: true } daemon)
        {
            var host = Host().Match(daemon.Value);
            yield return new FeatureClaim(
                Normal(host.Success ? host.Groups["path"].Value : DockerDefault),
                feature,
                script.Span(daemon.Index, daemon.Index + daemon.Groups["command"].Length)
            );
        }
    }

    // A variable stands for the first absolute path that the script gives it, its default included.
    private static string? Resolve(string script, string word)
    {
        if (word.StartsWith('/'))
        {
            return word;
        }

        var name = word.Trim('\\', '$', '{', '}');
        var value = Regex.Match(
            script,
            $$"""^[^#\n]*\b{{Regex.Escape(name)}}=(["']?\$\{\w+:?[-=])?["']?(?<path>/[\w./-]+)""",
            RegexOptions.Multiline
        );
        return value.Success ? value.Groups["path"].Value : null;
    }

    // /var/run is a link to /run on every distribution with an engine.
    private static string Normal(string path) =>
        path.StartsWith("/var/run/", StringComparison.Ordinal) ? path["/var".Length..] : path;

    private static bool IsScript(FeatureFile file) =>
        file.Path is not FeatureFolder.MetadataName && !file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""UNIX-LISTEN:(?<path>[^\s,"']+)""")]
    private static partial Regex Listen();

    [GeneratedRegex("""\bln[ \t]+-\w*s\w*[ \t]+\S+[ \t]+["']?(?<path>[^\s"';&|)]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(?<=^[ \t]*|[;&|({][ \t]*|\b(?:exec|sudo|nohup|setsid)[ \t]+)(?<command>dockerd)[ \t][^\n#]*",
        RegexOptions.Multiline
    )]
    private static partial Regex Daemon();

    [GeneratedRegex("""(-H|--host)[ =]?["']?unix://(?<path>/[\w./-]+)""")]
    private static partial Regex Host();
}
