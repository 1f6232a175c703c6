using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Definitions;

/// <summary>How a Feature stands beside the others of its collection: what the comparison page shows and a chooser reads.</summary>
/// <param name="ChooseWhen">When to take it, as the end of a sentence that begins with "Choose this when".</param>
/// <param name="Aspects">What is compared, in the order of <see cref="AspectNames"/>.</param>
public sealed record FeatureComparison(Located<string> ChooseWhen, IReadOnlyList<ComparedAspect> Aspects)
{
    /// <summary>The aspects, as schemas/feature-definition.schema.json names them.</summary>
    public static IReadOnlyList<string> AspectNames { get; } =
    ["isolation", "unprivileged", "imageSharing", "persistence", "codespaces", "rootlessHosts", "kubernetes", "ci"];

    /// <param name="json">The definition's "comparison"; its shape is the schema's business.</param>
    /// <returns>What has the right shape; null where there is nothing to compare.</returns>
    public static FeatureComparison? Read(JsonObjectSyntax? json) =>
        json?.String("chooseWhen") is { } chooseWhen
            ? new FeatureComparison(
                chooseWhen,
                [
                    .. from name in AspectNames
                    let aspect = json.Object(name)
                    let suits = Verdict(aspect?.String("suits")?.Value)
                    let note = aspect?.String("note")
                    where suits is not null && note is not null
                    select new ComparedAspect(name, suits.Value, note),
                ]
            )
            : null;

    private static Suitability? Verdict(string? word) =>
        word switch
        {
            "yes" => Suitability.Yes,
            "partly" => Suitability.Partly,
            "no" => Suitability.No,
            _ => null,
        };
}
