using Featuresmith.Definitions;

namespace Featuresmith.Consuming.Choosing;

/// <summary>Chooses among Features by what their definitions say in "comparison", which is what the collection's page shows.</summary>
public static class FeatureChooser
{
    /// <summary>Weighs every Feature that is compared.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="needs">What a person needs.</param>
    /// <returns>
    /// All of them, the best first: those that fit in every respect, by how many fit without reservation, then by how well they fit in
    /// the respects that nobody asked for; behind them those that are ruled out.
    /// </returns>
    public static IReadOnlyList<WeighedFeature> Weigh(
        IEnumerable<FeatureDefinition> definitions,
        IReadOnlyCollection<ChoiceQuestion> needs
    ) =>
        [
            .. from definition in definitions
            let comparison = definition.Comparison
            where comparison is not null
            let reasons = needs
                .Select(need => comparison.Aspects.FirstOrDefault(aspect => aspect.Name == need.Aspect))
                .OfType<ComparedAspect>()
                .ToList()
            let weighed = new WeighedFeature(definition.FolderName, comparison.ChooseWhen.Value, reasons)
            orderby weighed.IsRuledOut, reasons.Count(aspect =>
                aspect.Suits == Suitability.Yes
            ) descending, comparison.Aspects.Sum(aspect => (int)aspect.Suits) descending, weighed.Id
            select weighed,
        ];
}

/// <summary>A Feature, weighed against somebody's needs.</summary>
/// <param name="Id">The Feature's id.</param>
/// <param name="ChooseWhen">When to take it, as the end of a sentence that begins with "Choose this when".</param>
/// <param name="Reasons">What its definition says to each need, in the order of the needs.</param>
public sealed record WeighedFeature(string Id, string ChooseWhen, IReadOnlyList<ComparedAspect> Reasons)
{
    /// <summary>How many needs it meets without reservation.</summary>
    public int Fits => Reasons.Count(reason => reason.Suits == Suitability.Yes);

    /// <summary>The reasons that decide: against it, where there are any, else all.</summary>
    public IEnumerable<ComparedAspect> Telling =>
        Reasons.Where(reason => !IsRuledOut || reason.Suits == Suitability.No);

    /// <summary>Whether a need cannot be met with it.</summary>
    public bool IsRuledOut => Reasons.Any(reason => reason.Suits == Suitability.No);
}
