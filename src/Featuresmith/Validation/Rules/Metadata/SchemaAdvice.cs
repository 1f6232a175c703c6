using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>Adds to what the schema says what an author can do, where the mistake is a known one.</summary>
internal static class SchemaAdvice
{
    /// <summary>The finding, with a help where there is one to give.</summary>
    /// <param name="finding">A finding of the schema.</param>
    /// <param name="metadata">The metadata that it speaks of.</param>
    public static Finding For(Finding finding, JsonObjectSyntax metadata)
    {
        if (metadata.Members.FirstOrDefault(member => member.Key.Span == finding.Span) is { } property)
        {
            return finding with { Help = ForProperty(property.Key.Value) ?? finding.Help };
        }

        if ((metadata["mounts"] as JsonArraySyntax)?.Items.FirstOrDefault(At) is JsonStringSyntax line)
        {
            return finding with { Help = ForMount(FeatureMount.Read(line)!) };
        }

        foreach (var (id, option) in Options(metadata))
        {
            if (
                option.Span == finding.Span
                && option["enum"] is not null
                && option.Member("proposals") is { } proposals
            )
            {
                return new Finding(
                    proposals.Key.Span,
                    $"option \"{id.Value}\" has both \"enum\" and \"proposals\"",
                    "keep \"enum\" if no other value is allowed, else \"proposals\""
                );
            }

            if (option["default"] is JsonStringSyntax { Value: "true" or "false" } text && At(text))
            {
                return finding with { Help = $"write {text.Value} without quotation marks" };
            }
        }

        return finding;

        bool At(JsonValueSyntax value) => value.Span == finding.Span;
    }

    private static IEnumerable<(Located<string> Id, JsonObjectSyntax Option)> Options(JsonObjectSyntax metadata) =>
        from member in metadata.Object("options")?.Members ?? []
        let option = member.Value as JsonObjectSyntax
        where option is not null
        select (member.Key, option);

    private static string? ForProperty(string name) =>
        name switch
        {
            // CLI, packageCommandImpl.ts.
            "currentId" => "remove it; packaging adds it to a Feature that has legacy ids",
            _ when DevContainerProperties.Contains(name) =>
                "it belongs to devcontainer.json, which users write; a Feature cannot set it",
            _ => null,
        };

    private static string ForMount(FeatureMount mount) =>
        $"write {{ \"type\": \"{mount.Type?.Value ?? "volume"}\", "
        + (mount.Source is { } source ? $"\"source\": \"{source.Value}\", " : "")
        + $"\"target\": \"{mount.Target?.Value ?? "/path"}\" }}";
}
