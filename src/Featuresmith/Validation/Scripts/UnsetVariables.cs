using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>What install.sh reads although no option, no environment that is known and no line of it gives a value.</summary>
public static class UnsetVariables
{
    /// <summary>The first read of each such variable, in the order in which install.sh runs.</summary>
    public static IReadOnlyList<ShellEvent> Of(FeatureFolder feature)
    {
        var run = feature.Scripts.Run;
        var given = Given(feature);
        return
        [
            .. run.Where(happening => happening.Kind == ShellEventKind.Read && !given.Contains(happening.Name))
                .Where(read => !KnownVariables.IsGiven(read.Name))
                .DistinctBy(read => read.Name),
        ];
    }

    private static HashSet<string> Given(FeatureFolder feature)
    {
        var run = feature.Scripts.Run;
        var given = new HashSet<string>(StringComparer.Ordinal);
        given.UnionWith((feature.Metadata?.Options ?? []).Select(option => option.EnvironmentName));
        // A Feature's containerEnv is set before its install.sh runs.
        given.UnionWith(
            feature.Metadata?.Syntax.Object("containerEnv")?.Members.Select(member => member.Key.Value) ?? []
        );
        given.UnionWith(
            from happening in run
            where happening.Kind == ShellEventKind.Write && !IsOwnFallback(happening)
            select happening.Name
        );
        if (run.Any(OsRelease.IsSourced))
        {
            given.UnionWith(KnownVariables.OfOsRelease);
        }

        if (AssignsByName(feature))
        {
            given.UnionWith(
                feature
                    .Scripts.Installing.SelectMany(script => script.All<ShellWord>())
                    .Select(word => word.Literal)
                    .OfType<string>()
            );
        }

        return given;
    }

    // X="${X:-…}" and : "${X:=…}" take what is there, or a fallback: they are no other source of X.
    private static bool IsOwnFallback(ShellEvent write) => OptionVariables.Copied(write) == write.Name;

    // read "$name", printf -v "$name", declare -g "$name=…", eval: the name is elsewhere, as a word.
    private static bool AssignsByName(FeatureFolder feature) =>
        feature
            .Scripts.Installing.SelectMany(script => script.All<ShellSimpleCommand>())
            .Any(command =>
                command.Name
                    is "eval"
                        or "read"
                        or "declare"
                        or "export"
                        or "printf"
                        or "local"
                        or "typeset"
                        or "readarray"
                        or "mapfile"
                && command.Arguments.Any(word => word.Literal is null)
            );
}
