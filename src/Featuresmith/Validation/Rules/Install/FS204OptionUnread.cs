using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>Every option's variable appears in a file of the Feature; a choice that nothing reads deceives its users.</summary>
public sealed class FS204OptionUnread : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS204", "option-unread", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Install is null)
        {
            return [];
        }

        var scripts = feature.Files.Where(file => !IsProse(file.Path)).Select(file => file.Source.Text).ToList();
        return from option in feature.Metadata?.Options ?? []
            where !scripts.Any(script => Reads(script, option.EnvironmentName))
            select new Finding(
                option.Id.Span,
                $"no script of the Feature reads option \"{option.Id.Value}\" (${{{option.EnvironmentName}}})",
                $"read ${{{option.EnvironmentName}}} in install.sh, or remove the option"
            );
    }

    private static bool IsProse(string path) =>
        path is FeatureFolder.MetadataName || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool Reads(string script, string variable) =>
        Regex.IsMatch(script, $@"^[^\n#]*(?:[^\n\s]#[^\n#]*)*\b{Regex.Escape(variable)}\b", RegexOptions.Multiline);
}
