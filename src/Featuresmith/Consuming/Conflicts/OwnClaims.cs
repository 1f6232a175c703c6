using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>
/// What a devcontainer.json puts into its container beside its Features: sockets and variables, whether by its own properties or by
/// "runArgs".
/// </summary>
internal static class OwnClaims
{
    private static readonly string[] VolumeFlags = ["-v", "--volume"];
    private static readonly string[] VariableFlags = ["-e", "--env"];
    private static readonly string[] VariableKeys = ["containerEnv", "remoteEnv"];

    /// <summary>What the file claims.</summary>
    /// <param name="file">The file.</param>
    /// <param name="features">The Features of the container, whose mounts the file may replace on purpose.</param>
    public static FeatureFolder Of(DevContainerFile file, IReadOnlyList<FeatureFolder> features)
    {
        var claims = new ClaimedMetadata(DevContainerFile.Name, file.Tree.Source);
        var replaceable = features
            .SelectMany(feature => feature.Metadata?.Mounts ?? [])
            .Select(mount => mount.Target?.Value)
            .ToHashSet(StringComparer.Ordinal);
        var root = file.Tree.RootObject;
        var mounts = ((root?["mounts"] as JsonArraySyntax)?.Items ?? [])
            .Select(FeatureMount.Read)
            .OfType<FeatureMount>()
            .Concat(RunMounts(root));
        foreach (var mount in mounts)
        {
            // Another thing than a socket that it mounts where a Feature does is meant to be there instead: its mounts count more.
            if (
                mount.Target is { } target
                && target.Value.EndsWith(".sock", StringComparison.Ordinal)
                && !replaceable.Contains(target.Value)
            )
            {
                claims.Mount(mount.Span, mount.Type?.Value ?? "volume", mount.Source?.Value, target.Value);
            }
        }

        foreach (var member in Variables(root))
        {
            claims.Variable(member.Key.Span, member.Key.Value, ((JsonStringSyntax)member.Value).Value);
        }

        foreach (var (span, text) in Values(root, VariableFlags))
        {
            if (text.Split('=', 2) is [var name, var value])
            {
                claims.Variable(span, name, value);
            }
        }

        return claims.AsFolder();
    }

    private static IEnumerable<JsonMemberSyntax> Variables(JsonObjectSyntax? root) =>
        VariableKeys
            .SelectMany(key => root?.Object(key)?.Members ?? [])
            .Where(member => member.Value is JsonStringSyntax);

    private static IEnumerable<FeatureMount> RunMounts(JsonObjectSyntax? root) =>
        Values(root, VolumeFlags)
            .Select(pair => ShortMount.Read(pair.Span, pair.Text))
            .OfType<FeatureMount>()
            .Concat(
                Values(root, ["--mount"])
                    .Select(pair => FeatureMount.Read(new JsonStringSyntax(pair.Span, pair.Text)))
                    .OfType<FeatureMount>()
            );

    // The values of a flag in "runArgs", which the CLI hands to "docker run": "-v", "x", "-vx" or "--volume=x".
    private static IEnumerable<(SourceSpan Span, string Text)> Values(JsonObjectSyntax? root, string[] flags)
    {
        // With a compose file nobody reads them (specification, "Docker Compose specific properties").
        var arguments = root?["dockerComposeFile"] is null ? root?.Strings("runArgs") ?? [] : [];
        for (var at = 0; at < arguments.Count; at++)
        {
            var (word, span) = (arguments[at].Value, arguments[at].Span);
            if (flags.Contains(word) && at + 1 < arguments.Count)
            {
                yield return (arguments[at + 1].Span, arguments[at + 1].Value);
            }
            else if (
                flags.FirstOrDefault(flag =>
                    word.Length > flag.Length
                    && word.StartsWith(flag.Length == 2 ? flag : flag + "=", StringComparison.Ordinal)
                    && (flag.Length > 2 || !word.StartsWith("--", StringComparison.Ordinal))
                ) is
                { } known
            )
            {
                yield return (span, word[known.Length..].TrimStart('='));
            }
        }
    }
}
