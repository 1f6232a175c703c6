using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>Which scripts of a Feature may be run by a /bin/sh that is no bash: dash on Debian, ash on Alpine.</summary>
public static class PlainShell
{
    /// <summary>
    /// Scripts that begin with #!/bin/sh, an install.sh without a first line of that kind, and what a plain install.sh
    /// sources. A script that starts itself again with bash, or asks whether it is bash, knows what it does and is left out.
    /// </summary>
    public static IEnumerable<ShellScript> In(FeatureFolder feature)
    {
        var scripts = feature.Scripts;
        var installsPlainly = scripts.Install is { } install && install.Interpreter is null or { IsPlain: true };
        return scripts
            .All.Where(script =>
                script.Interpreter is { } interpreter
                    ? interpreter.IsPlain
                    : installsPlainly && scripts.Installing.Contains(script)
            )
            .Where(script => !AsksForBash(script) && (script != scripts.Install || !RestartsInBash(script)));
    }

    private static bool AsksForBash(ShellScript script) =>
        script.All<ShellParameter>().Any(parameter => parameter.Name is "BASH_VERSION" or "BASH");

    private static bool RestartsInBash(ShellScript script) =>
        script
            .All<ShellSimpleCommand>()
            .Any(command =>
                command.Name == "exec"
                && command.Words.Any(word => word.Literal is "bash" or "/bin/bash")
                && command.DescendantsAndSelf().Any(node => node is ShellParameter { Name: "0" })
                && command.Words.Count > 2
                && command.Words[2].OnlyParameter?.Name == "0"
            );
}
