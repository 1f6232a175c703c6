using Featuresmith.Diagnostics;
using Featuresmith.Syntax.Shell;
using Featuresmith.Validation.Scripts;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>Sourcing os-release(5) assigns VERSION, NAME and more; an option of that name is lost to it.</summary>
public sealed class FS230OsReleaseOverwrites : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS230", "os-release-overwrites", Severity.Error);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        var run = feature.Scripts.Run;
        foreach (
            var option in (feature.Metadata?.Options ?? []).Where(option =>
                KnownVariables.OfOsRelease.Contains(option.EnvironmentName)
            )
        )
        {
            for (var at = 0; at < run.Count; at++)
            {
                if (OsRelease.IsSourced(run[at]) && ReadBehind(run, at, option.EnvironmentName) is { } read)
                {
                    yield return new Finding(
                        run[at].Span,
                        $"this assigns {option.EnvironmentName}, and what is read afterwards is no longer option \"{option.Id.Value}\"",
                        $"read it in a subshell, (. /etc/os-release; echo \"$ID\"), or copy ${option.EnvironmentName} before"
                    )
                    {
                        Related =
                        [
                            new RelatedSpan(read.Span, "read here"),
                            new RelatedSpan(option.Id.Span, "the option is declared here"),
                        ],
                    };
                    break;
                }
            }
        }
    }

    /// <summary>The first read of a variable while what was sourced lasts and nothing else assigns it.</summary>
    private static ShellEvent? ReadBehind(IReadOnlyList<ShellEvent> run, int at, string variable)
    {
        var shells = 0;
        foreach (var happening in run.Skip(at + 1))
        {
            shells += happening.Kind switch
            {
                ShellEventKind.ShellBegins => 1,
                ShellEventKind.ShellEnds => -1,
                _ => 0,
            };
            // A write that a condition guards is taken for one that happens: the reading behind it mostly shares its condition.
            if (shells < 0 || (happening.Name == variable && happening.Kind == ShellEventKind.Write))
            {
                return null;
            }

            if (happening.Name == variable && happening.Kind == ShellEventKind.Read)
            {
                return happening;
            }
        }

        return null;
    }
}
