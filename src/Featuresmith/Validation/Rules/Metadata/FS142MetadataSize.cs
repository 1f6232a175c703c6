using System.Text;
using System.Text.Json;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>What a Feature adds to the image's label fits a line of a Dockerfile, 65,535 bytes (CLI, imageMetadata.ts, writes one line a Feature; BuildKit reads lines of 64 KiB).</summary>
public sealed class FS142MetadataSize : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS142", "metadata-size", Severity.Warning);

    private const int Limit = 65_535;

    private static readonly HashSet<string> Written = new(
        [
            "id",
            "init",
            "privileged",
            "capAdd",
            "securityOpt",
            "entrypoint",
            "mounts",
            "customizations",
            .. FeatureMetadata.LifecycleHooks,
        ],
        StringComparer.Ordinal
    );

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var metadata = feature.Metadata?.Syntax;
        var written = (metadata?.Members ?? []).Where(member => Written.Contains(member.Key.Value)).ToList();
        // Nothing that is shorter as written can be longer in the label, but for what is escaped: at most every character.
        if (written.Sum(member => member.Value.Span.Length) * 2 <= Limit)
        {
            yield break;
        }

        var size = written.Sum(member => LabelBytes(member));
        if (size > Limit)
        {
            var largest = written.MaxBy(member => member.Value.Span.Length)!;
            yield return new Finding(
                largest.Key.Span,
                $"the Feature adds {size:N0} bytes to one line of the Dockerfile, and {Limit:N0} fit",
                $"shorten \"{largest.Key.Value}\"; long commands belong in a script that install.sh puts in place"
            );
        }
    }

    private static int LabelBytes(JsonMemberSyntax member)
    {
        var json = JsonSerializer.Serialize(JsonSyntaxTree.ToElement(member.Value));
        // Quotation marks, backslashes and dollar signs are escaped once more; key, colon and comma come on top.
        return Encoding.UTF8.GetByteCount(json)
            + json.Count(character => character is '"' or '\\' or '$')
            + member.Key.Span.Length
            + 4;
    }
}
