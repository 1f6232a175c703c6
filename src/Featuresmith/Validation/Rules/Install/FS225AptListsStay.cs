using Featuresmith.Diagnostics;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>Package lists that install.sh fetched are removed again; they make each layer some 20 to 50 MB larger.</summary>
public sealed class FS225AptListsStay : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS225", "apt-lists-stay", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var invocations = feature.Scripts.Installing.SelectMany(Invocation.All).ToList();
        var update = invocations.Find(IsUpdate);
        if (update is not null && !invocations.Any(Removes))
        {
            yield return new Finding(
                update.Command.Span,
                "the package lists that this fetches stay in the image",
                "remove them at the end: rm -rf /var/lib/apt/lists/*"
            );
        }
    }

    private static bool IsUpdate(Invocation invocation) =>
        invocation.Program is "apt-get" or "apt" && invocation.Literals.Contains("update");

    private static bool Removes(Invocation invocation) =>
        (
            invocation.Program == "rm"
            || (invocation.Program == "find" && invocation.Literals.Contains("-delete"))
            || invocation.Program == "trap"
        ) && invocation.Arguments.Any(word => word.Raw.Contains("/var/lib/apt/lists", StringComparison.Ordinal));
}
