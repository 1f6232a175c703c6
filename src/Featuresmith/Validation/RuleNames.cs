using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation;

/// <summary>Finds rules by what people write: a code in any case, or a name.</summary>
public static partial class RuleNames
{
    /// <summary>The rule with this code or name, or null.</summary>
    public static RuleInfo? Find(string codeOrName) =>
        RuleCatalog.All.FirstOrDefault(rule =>
            rule.Id.Value.Equals(codeOrName, StringComparison.OrdinalIgnoreCase) || rule.Name == codeOrName
        );

    /// <summary>The code of a rule of ours, or of a foreign one such as FS2-SC2086, which no catalogue lists; else null.</summary>
    public static RuleId? IdOf(string codeOrName) =>
        Find(codeOrName)?.Id ?? (IsForeign(codeOrName) ? new RuleId(codeOrName.ToUpperInvariant()) : null);

    /// <summary>Whether this is the code of another tool's rule, such as FS2-SC2086, shown as ours where that tool is at hand.</summary>
    public static bool IsForeign(string code) => ForeignCode().IsMatch(code);

    /// <summary>The way out for somebody who named a rule that does not exist.</summary>
    public static string Suggest(string codeOrName) =>
        Spelling.Nearest(codeOrName, RuleCatalog.All.SelectMany(rule => new[] { rule.Id.Value, rule.Name })) is { } near
            ? $"did you mean \"{near}\"?"
            : "the README lists the rules";

    [GeneratedRegex(@"^FS\d-\w+$", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignCode();
}
