using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Suppressions;

/// <summary>Takes suppressed findings away, and finds the suppressions that are themselves wrong.</summary>
/// <param name="suppressions">Everything that may suppress.</param>
/// <param name="isJudged">Whether a rule had the chance to find anything, so that "without effect" can be said of it.</param>
public sealed class SuppressionFilter(IReadOnlyList<Suppression> suppressions, Func<RuleInfo, bool> isJudged)
{
    /// <summary>The findings that are left, and one for each suppression without reason or without effect.</summary>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> found)
    {
        var used = new HashSet<Suppression>(ReferenceEqualityComparer.Instance);
        var left = new List<Diagnostic>();
        foreach (var diagnostic in found)
        {
            var taken = SuppressionRules.Owns(diagnostic.Rule)
                ? []
                : suppressions.Where(suppression => suppression.Takes(diagnostic)).ToList();
            used.UnionWith(taken);
            if (taken.Count == 0)
            {
                left.Add(diagnostic);
            }
        }

        return left.Concat(suppressions.SelectMany(suppression => Judge(suppression, used.Contains(suppression))));
    }

    private IEnumerable<Diagnostic> Judge(Suppression suppression, bool isUsed)
    {
        if (suppression.Reason is null)
        {
            yield return new Diagnostic(
                SuppressionRules.WithoutReason,
                suppression.Span,
                "the suppression does not say why"
            )
            {
                Help = "write the reason behind two hyphens: featuresmith: ignore FS203 -- the reason",
            };
        }

        if (!isUsed && WithoutEffect(suppression) is { } finding)
        {
            yield return finding;
        }
    }

    private Diagnostic? WithoutEffect(Suppression suppression)
    {
        var name = suppression.Rule.Value;
        // Whether shellcheck's rules run depends on the host, so that nothing can be said of them.
        if (RuleNames.IsForeign(name))
        {
            return null;
        }

        var rule = RuleNames.Find(name);
        if (rule is not null && !isJudged(rule))
        {
            return null;
        }

        var (message, help) = (name, rule) switch
        {
            ("", _) => ("the suppression names no rule", "write featuresmith: ignore FS203 -- the reason"),
            (_, null) => ($"there is no rule \"{name}\" to suppress", RuleNames.Suggest(name)),
            _ => ($"nothing here is found by {rule.Id}, so the suppression has no effect", "remove it"),
        };
        return new Diagnostic(SuppressionRules.WithoutEffect, suppression.Rule.Span, message)
        {
            Help = help,
            Fix = suppression.Removal,
        };
    }
}
