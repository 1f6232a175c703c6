using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>
/// The service of a compose file that a devcontainer.json makes its container of: what it mounts and which variables it sets. Read from
/// the files, as far as they say it themselves; no engine is asked.
/// </summary>
internal static class ComposeService
{
    // A service may extend one that extends one: people stop at two.
    private const int DeepestExtension = 8;

    /// <summary>Reads the service.</summary>
    /// <param name="file">The devcontainer.json.</param>
    /// <param name="show">Turns a path into the form that messages show.</param>
    /// <param name="unknown">Receives what could not be read, and why.</param>
    /// <returns>What the service claims; null where the file has no compose file, or nothing could be read.</returns>
    public static FeatureFolder? Of(DevContainerFile file, Func<string, string> show, ICollection<string> unknown)
    {
        if (file.Tree.RootObject is not { } root || root["dockerComposeFile"] is not { } named)
        {
            return null;
        }

        if (root.String("service") is not { } service)
        {
            unknown.Add("which service is meant: devcontainer.json has dockerComposeFile, but no \"service\"");
            return null;
        }

        ClaimedMetadata? claims = null;
        foreach (var path in named is JsonArraySyntax list ? list.Items : [named])
        {
            if (path is JsonStringSyntax { Value: var name })
            {
                claims = Read(Path.Combine(file.Folder, name), service.Value, claims, DeepestExtension);
            }
        }

        if (claims is null)
        {
            unknown.Add($"service {service.Value}: no compose file that could be read has it");
        }

        return claims?.AsFolder();

        ClaimedMetadata? Read(string path, string name, ClaimedMetadata? into, int depth)
        {
            if (!File.Exists(path))
            {
                unknown.Add($"{show(Path.GetFullPath(path))}: it does not exist");
                return into;
            }

            var source = SourceText.Read(path, show(Path.GetFullPath(path)));
            var yaml = YamlSyntax.Parse(source, out var problem) as JsonObjectSyntax;
            if (problem is not null)
            {
                unknown.Add($"{source.Path}: {problem}");
            }

            if (yaml?.Object("services")?.Object(name) is not { } json)
            {
                return into;
            }

            // What a later file says is laid over what the earlier ones say.
            var claims = into ?? new ClaimedMetadata($"service {service.Value}", source);
            if (depth > 0 && Extended(json) is var (file, other))
            {
                _ = Read(
                    file is null ? path : Path.Combine(Path.GetDirectoryName(path)!, file),
                    other,
                    claims,
                    depth - 1
                );
            }

            Claim(claims, json);
            return claims;
        }
    }

    private static (string? File, string Service)? Extended(JsonObjectSyntax service) =>
        service["extends"] switch
        {
            JsonStringSyntax name => (null, name.Value),
            JsonObjectSyntax json when json.String("service") is { } name => (json.String("file")?.Value, name.Value),
            _ => null,
        };

    private static void Claim(ClaimedMetadata claims, JsonObjectSyntax service)
    {
        foreach (var entry in (service["volumes"] as JsonArraySyntax)?.Items ?? [])
        {
            var mount = entry is JsonStringSyntax text
                ? ShortMount.Read(text.Span, text.Value)
                : FeatureMount.Read(entry);
            if (mount?.Target is { } target)
            {
                // Compose puts the project's name in front of a volume's, so that nobody shares it.
                var source = mount.IsBind ? mount.Source?.Value : null;
                claims.Mount(
                    mount.Span,
                    mount.Type?.Value ?? "volume",
                    source is null ? null : ShortMount.Fill(source),
                    ShortMount.Fill(target.Value)
                );
            }
        }

        foreach (
            var target in service["tmpfs"] is JsonStringSyntax one ? [one.Located] : service.Strings("tmpfs") ?? []
        )
        {
            claims.Mount(target.Span, "tmpfs", null, target.Value.Split(':')[0]);
        }

        foreach (var (name, value, span) in Variables(service["environment"]))
        {
            claims.Variable(span, name, ShortMount.Fill(value));
        }
    }

    private static IEnumerable<(string Name, string Value, SourceSpan Span)> Variables(JsonValueSyntax? environment) =>
        environment switch
        {
            JsonObjectSyntax map => map
                .Members.Where(member => member.Value is not (JsonNullSyntax or JsonObjectSyntax or JsonArraySyntax))
                .Select(member => (member.Key.Value, Text(member.Value), member.Key.Span)),
            JsonArraySyntax list => list
                .Items.OfType<JsonStringSyntax>()
                .Select(item => (Parts: item.Value.Split('=', 2), item.Span))
                .Where(pair => pair.Parts.Length == 2)
                .Select(pair => (pair.Parts[0], pair.Parts[1], pair.Span)),
            _ => [],
        };

    private static string Text(JsonValueSyntax value) =>
        value switch
        {
            JsonStringSyntax text => text.Value,
            JsonBooleanSyntax flag => flag.Value ? "true" : "false",
            _ => value.Span.Source.Text[value.Span.Start..value.Span.End],
        };
}
