using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>A variable that install.sh reads has a value: from an option, the tool, the environment or the script.</summary>
public sealed class FS207UnsetVariable : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS207", "unset-variable", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        // A file from elsewhere may set anything.
        if (feature.Scripts.Run.Any(happening => IsForeign(feature, happening)))
        {
            return [];
        }

        var guarded = Guarded(feature);
        return from read in UnsetVariables.Of(feature)
            where !guarded.Contains(read.Name) && !FS204OptionUnread.IsSlipOfUnread(feature, read.Name)
            select new Finding(
                read.Span,
                $"nothing sets \"{read.Name}\" before install.sh reads it",
                Meant(read.Name) is { } meant
                    ? $"write {meant}, which the tool sets"
                    : $"set it, declare it as an option, or write ${{{read.Name}:-}} where it may be empty"
            );
    }

    private static bool IsForeign(FeatureFolder feature, ShellEvent happening) =>
        happening is { Kind: ShellEventKind.Source, Node: ShellSimpleCommand command }
        && !OsRelease.IsSourced(happening)
        && !feature.Files.Any(file => file.Path == ScriptPath.Of(command.Words[1]));

    /// <summary>Variables of which the script itself says that they may be unset: it has a fallback or asks.</summary>
    private static HashSet<string> Guarded(FeatureFolder feature)
    {
        var guarded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in feature.Scripts.Installing.SelectMany(script => script.Nodes))
        {
            switch (node)
            {
                case ShellParameter { Operation: not "" } parameter:
                    guarded.Add(parameter.Name);
                    break;
                case ShellTest test:
                    guarded.UnionWith(Asked(test.Words));
                    break;
                case ShellSimpleCommand { Name: "[" or "test" } test:
                    guarded.UnionWith(Asked(test.Words));
                    break;
            }
        }

        return guarded;
    }

    // -z X, -n X, -v X, and the bare [ "$X" ].
    private static IEnumerable<string> Asked(IReadOnlyList<ShellWord> words) =>
        words
            .Skip(1)
            .Where((word, at) => words[at].Literal is "-z" or "-n" or "-v" or "[" || words.Count == 1)
            .Select(word => word.OnlyParameter?.Name ?? word.Literal)
            .OfType<string>();

    private static string? Meant(string name) =>
        KnownVariables.OfTool.FirstOrDefault(given => SimilarName.IsSlip(name, given));
}
