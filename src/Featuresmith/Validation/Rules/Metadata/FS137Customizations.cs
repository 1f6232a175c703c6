using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>customizations has one key a tool, and extension ids are publisher.name (specification, "customizations").</summary>
public sealed partial class FS137Customizations : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS137", "customizations", Severity.Warning);

    private static readonly string[] OfEditor = ["settings", "extensions", "devPort"];

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var tools = feature.Metadata?.Syntax.Object("customizations");
        foreach (var member in tools?.Members.Where(member => OfEditor.Contains(member.Key.Value)) ?? [])
        {
            yield return new Finding(
                member.Key.Span,
                $"\"{member.Key.Value}\" stands where the name of a tool is expected, and nothing reads it",
                $"move it into \"vscode\": {{ \"{member.Key.Value}\": … }}"
            );
        }

        foreach (var extension in tools?.Object("vscode")?.Strings("extensions") ?? [])
        {
            if (!Extension().IsMatch(extension.Value))
            {
                yield return new Finding(
                    extension.Span,
                    $"\"{extension.Value}\" is no extension's id",
                    "write publisher.name, as the marketplace shows it; a \"-\" in front takes an extension away"
                );
            }
        }
    }

    // A version may follow behind "@" (devcontainers CLI and editors pass the id on as it is).
    [GeneratedRegex(@"\A-?[A-Za-z0-9][A-Za-z0-9-]*\.[A-Za-z0-9][A-Za-z0-9._-]*(@[A-Za-z0-9.+-]+)?\z")]
    private static partial Regex Extension();
}
